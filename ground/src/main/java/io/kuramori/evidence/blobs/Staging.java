package io.kuramori.evidence.blobs;

import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.evidence.Blobs.BlobTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/// Writes a stream of unknown name and size into a file, hashing as it goes.
final class Staging {

    private static final int BUFFER = 64 * 1024;

    private Staging() {}

    /// Copies `bytes` into the new file `file` and forces it to disk.
    ///
    /// @throws BlobTooLarge as soon as more than `limit` bytes have come
    static BlobRef copy(InputStream bytes, long limit, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;

        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                size += count;
                if (size > limit) {
                    throw new BlobTooLarge(limit);
                }
                digest.update(buffer, 0, count);
                writeWhole(out, ByteBuffer.wrap(buffer, 0, count));
            }
            out.force(true);
        }
        return new BlobRef(Sha256.hex(digest.digest()), size);
    }

    private static void writeWhole(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
