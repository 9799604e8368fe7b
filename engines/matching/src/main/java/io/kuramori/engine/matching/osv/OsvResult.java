package io.kuramori.engine.matching.osv;

import io.kuramori.engine.matching.Advisory;

/// What reading one document gave.
public sealed interface OsvResult {

    record Accepted(Advisory advisory) implements OsvResult {}

    /// @param pointer the JSON pointer (RFC 6901) of what was refused
    /// @param line counted from 1 in the document
    /// @param reason what was expected
    record Rejected(String pointer, int line, int column, String reason) implements OsvResult {}
}
