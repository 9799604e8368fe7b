package io.kuramori.asset.releases;

import io.kuramori.evidence.Blobs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A bill as it is being received: in a temporary file, until somebody has read it and knows that it is one.
record Draft(Path file) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /// @throws Blobs.BlobTooLarge when there are more than `limit` bytes
    static Draft of(InputStream bytes, long limit) throws IOException {
        var draft = new Draft(Files.createTempFile("kuramori-sbom-", ""));
        try (OutputStream out = Files.newOutputStream(draft.file())) {
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Blobs.BlobTooLarge(limit);
                }
                out.write(buffer, 0, read);
            }
            return draft;
        } catch (IOException | RuntimeException e) {
            draft.close();
            throw e;
        }
    }

    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
