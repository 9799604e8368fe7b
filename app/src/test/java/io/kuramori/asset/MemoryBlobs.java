package io.kuramori.asset;

import io.kuramori.evidence.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Files by content, in memory.
final class MemoryBlobs implements Blobs {

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public BlobRef put(InputStream bytes, long limit) throws IOException {
        byte[] all = bytes.readAllBytes();
        if (all.length > limit) {
            throw new BlobTooLarge(limit);
        }
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            kept.put(sha256, all);
            return new BlobRef(sha256, all.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(ByteArrayInputStream::new);
    }

    @Override
    public Optional<InputStream> openRange(String sha256, long offset, long length) {
        return Optional.ofNullable(kept.get(sha256))
                .map(all -> new ByteArrayInputStream(all, (int) offset, (int) length));
    }

    @Override
    public Stream<BlobRef> list() {
        return kept.entrySet().stream().map(one -> new BlobRef(one.getKey(), one.getValue().length));
    }

    @Override
    public boolean delete(String sha256, String reason) {
        return kept.remove(sha256) != null;
    }
}
