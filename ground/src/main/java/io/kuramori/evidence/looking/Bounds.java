package io.kuramori.evidence.looking;

/// Bounds on what one file may ask of us.
final class Bounds {

    /// Characters that are looked at in one piece; a longer line is looked at in several, never cut within digits.
    static final int PIECE = 64 * 1024;
    /// Characters of one cell or paragraph of an office file. Excel allows 32,767; far more is made to burst.
    static final int CELL = 1_000_000;
    /// Bytes of all parts of a package, unpacked.
    static final long UNPACKED = 1L << 30;
    /// Unpacked ÷ packed bytes of a part over 4 MB; a bomb reaches 1,000.
    static final long RATIO = 250;

    static final int PARTS = 10_000;
    /// Elements within elements.
    static final int DEPTH = 200;
    static final int PAGES = 3_000;
    /// Bytes of a PDF that is read; its parser holds the cross-reference table.
    static final long PDF = 256L << 20;
    /// Shared strings with a number in them.
    static final int HITS = 100_000;

    private Bounds() {}
}
