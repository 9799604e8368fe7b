package io.kuramori.engine.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The hashes of the journal. Every kind of input has its own first byte, so that no digest can pass for another.
///
/// | First byte | Input |
/// |---|---|
/// | `00` | a leaf of the log (RFC 6962 §2.1) |
/// | `01` | two child hashes of a Merkle tree (RFC 6962 §2.1) |
/// | `10` | a field: 16 bytes of salt, then the canonical bytes of `[name, value]` |
/// | `11` | a record's whole state: 16 bytes of salt, then its canonical bytes |
public final class Digests {

    /// Length of a salt in bytes.
    public static final int SALT_BYTES = 16;

    private Digests() {}

    /// Hash of a leaf of the log.
    public static byte[] leaf(byte[] leaf) {
        return sha256((byte) 0x00, leaf);
    }

    /// Digest of one field. Salted, so that a value cannot be guessed from the digest once value and salt are erased.
    public static byte[] field(byte[] salt, String name, Json value) {
        byte[] pair = CanonicalJson.bytes(new Json.Arr(List.of(new Json.Str(name), value)));
        return sha256((byte) 0x10, salted(salt), pair);
    }

    /// Digest of a record's whole state.
    public static byte[] state(byte[] salt, Json state) {
        return sha256((byte) 0x11, salted(salt), CanonicalJson.bytes(state));
    }

    /// Merkle tree hash of a list of leaf inputs (RFC 6962 §2.1); the hash of nothing is SHA-256 of nothing.
    public static byte[] merkleRoot(List<byte[]> inputs) {
        return switch (inputs.size()) {
            case 0 -> newSha256().digest();
            case 1 -> leaf(inputs.getFirst());
            default -> {
                int split = Integer.highestOneBit(inputs.size() - 1);
                byte[] left = merkleRoot(inputs.subList(0, split));
                byte[] right = merkleRoot(inputs.subList(split, inputs.size()));
                yield sha256((byte) 0x01, left, right);
            }
        };
    }

    private static byte[] salted(byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        return salt;
    }

    private static byte[] sha256(byte prefix, byte[]... parts) {
        MessageDigest digest = newSha256();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
