package io.kuramori.identity.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One 256-bit key. Its id is the head of its SHA-256, so a damaged key never passes for the one that sealed a value.
final class MasterKey {

    static final int ID_BYTES = 8;

    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final byte[] id;

    private MasterKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a master key has 256 bits");
        }
        this.key = key.clone();
        this.id = Arrays.copyOf(sha256(key), ID_BYTES);
    }

    static MasterKey random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);

        return new MasterKey(key);
    }

    /// Reads the key as [#encoded()] wrote it.
    static MasterKey decoded(String text) {
        return new MasterKey(Base64.getDecoder().decode(text));
    }

    String encoded() {
        return Base64.getEncoder().encodeToString(key);
    }

    byte[] id() {
        return id.clone();
    }

    SecretKey secret() {
        return new SecretKeySpec(key, "AES");
    }

    /// The id only.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(id);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
