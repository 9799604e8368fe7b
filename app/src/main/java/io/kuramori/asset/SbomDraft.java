package io.kuramori.asset;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A bill of materials as it is being received: in a temporary file, until somebody has read it and knows what it is
/// for
/// and that it is one. Gone when closed.
public final class SbomDraft implements AutoCloseable {

    private @Nullable Path file;

    public boolean empty() {
        return file == null;
    }

    /// Where the bill is written; the first one counts, of another nothing is kept. More than [SbomInbox#LARGEST] bytes
    /// fail as [Full].
    public OutputStream first() throws IOException {
        if (file != null) {
            return OutputStream.nullOutputStream();
        }
        file = Files.createTempFile("kuramori-sbom-", "");
        return new Bounded(new BufferedOutputStream(Files.newOutputStream(file)), SbomInbox.LARGEST);
    }

    public InputStream open() throws IOException {
        if (file == null) {
            throw new IllegalStateException("there is no bill");
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /// More than the limit was written.
    public static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterOutputStream {

        private long left;

        Bounded(OutputStream out, long limit) {
            super(out);
            left = limit;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        private void count(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new Full();
            }
        }
    }
}
