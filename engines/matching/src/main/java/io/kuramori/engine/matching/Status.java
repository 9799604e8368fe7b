package io.kuramori.engine.matching;

/// What a source says of a version.
public enum Status {
    AFFECTED,
    NOT_AFFECTED,
    /// Was affected, and this version no longer is.
    FIXED,
    UNDER_INVESTIGATION,
    /// The source says that it does not know, or says nothing.
    UNKNOWN;

    /// Neither yes nor no.
    public boolean open() {
        return this == UNDER_INVESTIGATION || this == UNKNOWN;
    }
}
