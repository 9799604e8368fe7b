package io.kuramori.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/// Files by content: the one port through which every file passes, in a folder or in an S3-compatible store.
public interface Blobs {

    /// Stores the stream under the SHA-256 of its bytes, once. Durable when it returns.
    ///
    /// @param limit largest size accepted, in bytes
    /// @throws BlobTooLarge when the stream holds more than `limit` bytes; nothing is kept then
    BlobRef put(InputStream bytes, long limit) throws IOException;

    /// The whole content, or empty when there is no such blob.
    Optional<InputStream> open(String sha256) throws IOException;

    /// Bytes `offset` up to `offset + length`, fewer at the end.
    Optional<InputStream> openRange(String sha256, long offset, long length) throws IOException;

    /// Every blob kept. The caller closes the stream.
    Stream<BlobRef> list() throws IOException;

    /// Removes a blob. The caller has the right and has journalled why.
    ///
    /// @param reason kept in the log beside the hash
    /// @return whether it was there
    boolean delete(String sha256, String reason) throws IOException;

    /// A blob's name (lower-case hexadecimal SHA-256) and size in bytes.
    record BlobRef(String sha256, long size) {}

    /// The stream was larger than the limit.
    final class BlobTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        public BlobTooLarge(long limit) {
            super("larger than " + limit + " bytes");
            this.limit = limit;
        }

        public long limit() {
            return limit;
        }
    }
}
