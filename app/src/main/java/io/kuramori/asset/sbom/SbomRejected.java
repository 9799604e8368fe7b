package io.kuramori.asset.sbom;

/// A file is not an SBOM we can read; nothing of it is taken.
public final class SbomRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause problem;
    private final String pointer;
    private final int line;
    private final int column;
    private final String found;

    /// What is wrong.
    public enum Cause {
        NOT_JSON,
        NOT_CYCLONEDX,
        UNKNOWN_SPECIFICATION,
        WRONG_TYPE,
        NAME_MISSING,
        TOO_LARGE,
        TOO_DEEP,
        TOO_MANY_COMPONENTS
    }

    /// @param pointer where (RFC 6901)
    /// @param found what stands there, shortened
    SbomRejected(Cause problem, String pointer, int line, int column, String found) {
        super("%s at %s, line %d column %d: %s".formatted(problem, pointer, line, column, found));
        this.problem = problem;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
        this.found = found;
    }

    public Cause problem() {
        return problem;
    }

    public String pointer() {
        return pointer;
    }

    /// From 1, or 0 when the place is the document as a whole.
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String found() {
        return found;
    }
}
