package io.kuramori.engine.matching.segment;

/// The bytes are not those of a segment this version writes. What they held can be made anew from its sources.
public final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Damaged(String expected) {
        super("expected " + expected);
    }

    public Damaged(String expected, RuntimeException cause) {
        super("expected " + expected, cause);
    }
}
