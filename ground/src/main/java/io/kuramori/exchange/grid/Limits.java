package io.kuramori.exchange.grid;

/// Bounds on what a file may ask of us. A ledger of 100,000 records with 40 columns fits.
public final class Limits {

    /// Bytes of a file as it is sent.
    public static final int FILE = 20 * 1024 * 1024;
    /// Bytes of all parts of a workbook, unpacked.
    static final long UNPACKED = 400L * 1024 * 1024;
    /// Bytes of the parts that are held in memory, unpacked: shared strings, styles.
    static final long HELD = 48L * 1024 * 1024;
    /// Unpacked ÷ packed bytes of a part over 4 MB. Sheets of ledgers stay near 20; a bomb reaches 1,000.
    static final long RATIO = 250;

    static final int PARTS = 2_000;
    static final int WORKSHEETS = 100;
    static final int ROWS = 200_000;
    static final int COLUMNS = 500;
    /// Characters of a cell: what Excel itself allows.
    static final int CELL = 32_767;

    static final int MERGES = 20_000;

    private Limits() {}
}
