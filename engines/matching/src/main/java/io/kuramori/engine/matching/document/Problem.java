package io.kuramori.engine.matching.document;

/// What is wrong in a document, where, and what should stand there.
///
/// @param pointer a JSON pointer (RFC 6901), or in XML the path of elements with their numbers from 1; empty for the
///     whole document and where lines alone say the place; one that is very
///     long without its middle
/// @param line from 1, or 0 when the place is the document as a whole
/// @param column from 1, or 0
/// @param expected what should stand there
/// @param found what does, shortened; empty when nothing does
public record Problem(Kind kind, String pointer, int line, int column, String expected, String found) {

    private static final int SHOWN = 80;
    private static final int LONGEST_POINTER = 300;

    /// What sort of mistake it is, for those who say it in other words.
    public enum Kind {
        /// Not well-formed JSON, XML, CSV or tag-value text.
        SYNTAX,
        /// A well-formed document of another kind.
        FORMAT,
        /// A version of the format that is not read.
        VERSION,
        /// A value of the wrong type, such as a number for a string.
        TYPE,
        /// A value that means nothing here.
        VALUE,
        /// Something required is left out.
        MISSING,
        TOO_LARGE,
        TOO_DEEP,
        TOO_MANY
    }

    public Problem {
        if (pointer.length() > LONGEST_POINTER) {
            int half = LONGEST_POINTER / 2;
            pointer = pointer.substring(0, half) + "…" + pointer.substring(pointer.length() - half);
        }
        found = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    }

    /// One line in English: place, expectation, finding.
    public String sentence() {
        String place = line == 0 ? "" : "line " + line + (column == 0 ? "" : ", column " + column) + ": ";
        return place + "expected " + expected + (found.isEmpty() ? "" : ", found " + found);
    }
}
