package io.kuramori.evidence;

import java.io.IOException;

/// A kept file's bytes are not those it was stored with: the disk, or somebody around Kuramori, altered them.
public final class CorruptBlob extends IOException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    public CorruptBlob(String expected, String actual) {
        super("blob " + expected + " holds bytes that hash to " + actual);
        this.expected = expected;
        this.actual = actual;
    }

    /// The hash it is kept under.
    public String expected() {
        return expected;
    }

    /// The hash of the bytes found.
    public String actual() {
        return actual;
    }
}
