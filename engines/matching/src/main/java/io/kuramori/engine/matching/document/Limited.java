package io.kuramori.engine.matching.document;

import io.kuramori.engine.matching.document.Problem.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that is [Refused] once it gives more bytes than a document may have.
public final class Limited extends FilterInputStream {

    private final long limit;
    private long count;

    public Limited(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count(skipped);
        return skipped;
    }

    /// Going back would count twice.
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        count += more;
        if (count > limit) {
            throw new Refused(new Problem(Kind.TOO_LARGE, "", 0, 0, "at most " + limit + " bytes", "more"));
        }
    }
}
