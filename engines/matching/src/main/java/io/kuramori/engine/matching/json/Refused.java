package io.kuramori.engine.matching.json;

/// A value in a wrong shape, and where; thrown while a record is read and caught where the record ends.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;
    private final int line;
    private final int column;
    private final String expected;

    Refused(String pointer, int line, int column, String expected) {
        super(expected, null, false, false);
        this.pointer = pointer;
        this.line = line;
        this.column = column;
        this.expected = expected;
    }

    /// The JSON pointer (RFC 6901) of what was refused.
    public String pointer() {
        return pointer;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String expected() {
        return expected;
    }
}
