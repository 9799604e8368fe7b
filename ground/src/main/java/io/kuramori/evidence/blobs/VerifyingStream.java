package io.kuramori.evidence.blobs;

import io.kuramori.evidence.CorruptBlob;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Hashes what is read and, at the end, refuses bytes that are not those the blob is named after.
final class VerifyingStream extends FilterInputStream {

    private final String expected;
    private final MessageDigest digest = Sha256.digest();
    private boolean ended;

    VerifyingStream(InputStream bytes, String expected) {
        super(bytes);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            digest.update(into, offset, count);
        } else if (count < 0 && !ended) {
            ended = true;
            verify();
        }
        return count;
    }

    /// Reads rather than jumps, so that what is passed over is hashed too.
    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[Math.clamp(count, 0, 8192)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        String actual = Sha256.hex(digest.digest());
        if (!actual.equals(expected)) {
            throw new CorruptBlob(expected, actual);
        }
    }
}
