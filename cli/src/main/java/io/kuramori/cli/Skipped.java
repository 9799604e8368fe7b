package io.kuramori.cli;

/// A part of the input that was not evaluated.
///
/// @param file the file as named on the command line, or found under it
/// @param pointer the JSON pointer in it, empty for the whole file
record Skipped(Kind kind, String file, String pointer, String reason) {

    /// Of which input it is a part.
    enum Kind {
        BILL,
        COMPONENT,
        ADVISORY,
        ARCHIVE,
        KEV,
        EPSS,
        VEX
    }

    /// A part of a bill of materials.
    Skipped(String file, String pointer, String reason) {
        this(Kind.BILL, file, pointer, reason);
    }
}
