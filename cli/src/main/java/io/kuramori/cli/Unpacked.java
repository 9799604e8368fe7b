package io.kuramori.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes out of an archive, against archives that unpack without end: it fails beyond a number of bytes, and when
/// much more comes out than went in.
final class Unpacked extends FilterInputStream {

    /// DEFLATE reaches 1,032 : 1; advisories in JSON and XML 5 to 30 : 1.
    static final int MOST_PER_PACKED_BYTE = 200;

    /// Before this much has come out, the ratio tells nothing: the input is read in blocks.
    static final long RATIO_FROM = 1 << 20;

    private final Counted packed;
    private final long most;
    private long unpacked;
    private long packedBefore;
    private long unpackedBefore;

    /// @param unpacking reads from `packed`
    /// @param most of bytes, over all entries
    Unpacked(InputStream unpacking, Counted packed, long most) {
        super(unpacking);
        this.packed = packed;
        this.most = most;
    }

    /// From here on the ratio is that of another entry.
    void entry() {
        packedBefore = packed.count();
        unpackedBefore = unpacked;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(read);
        return read;
    }

    private void count(int read) throws Exceeded {
        unpacked += Math.max(read, 0);
        if (unpacked > most) {
            throw new Exceeded("more than " + most + " bytes unpacked");
        }
        long out = unpacked - unpackedBefore;
        if (out > RATIO_FROM && out / MOST_PER_PACKED_BYTE > packed.count() - packedBefore) {
            throw new Exceeded("more than " + MOST_PER_PACKED_BYTE + " bytes unpacked from each byte");
        }
    }

    /// A bound was passed; the message says which.
    static final class Exceeded extends IOException {

        Exceeded(String message) {
            super(message);
        }
    }

    /// Counts what is read from a file.
    static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
