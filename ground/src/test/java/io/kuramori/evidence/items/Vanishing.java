package io.kuramori.evidence.items;

import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/// A store from which every file is swept as soon as it is written.
record Vanishing(Blobs blobs) implements Blobs {

    @Override
    public BlobRef put(InputStream bytes, long limit) throws IOException {
        var ref = blobs.put(bytes, limit);
        blobs.delete(ref.sha256(), "test");
        return ref;
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        return blobs.open(sha256);
    }

    @Override
    public Optional<InputStream> openRange(String sha256, long offset, long length) throws IOException {
        return blobs.openRange(sha256, offset, length);
    }

    @Override
    public Stream<BlobRef> list() throws IOException {
        return blobs.list();
    }

    @Override
    public boolean delete(String sha256, String reason) throws IOException {
        return blobs.delete(sha256, reason);
    }
}
