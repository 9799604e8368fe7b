package io.kuramori.engine.matching;

/// What reading one record gave.
public sealed interface AdvisoryResult {

    record Accepted(Advisory advisory) implements AdvisoryResult {}

    /// @param pointer the JSON pointer (RFC 6901) of what was refused, or the path of the XML element
    /// @param line counted from 1 in the document
    /// @param expected what was expected there
    record Rejected(String pointer, int line, int column, String expected) implements AdvisoryResult {}
}
