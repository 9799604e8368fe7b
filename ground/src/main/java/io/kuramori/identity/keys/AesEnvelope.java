package io.kuramori.identity.keys;

import io.kuramori.identity.Envelope;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM. Layout: version 1 (one byte), key id (8), nonce (12, random), ciphertext with its 16-byte tag. The
/// version, the key id and the purpose are authenticated with it.
final class AesEnvelope implements Envelope {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = 1 + MasterKey.ID_BYTES;

    /// Newest last.
    private final Supplier<List<MasterKey>> keys;

    private final SecureRandom random = new SecureRandom();

    /// @param keys every key at hand, the one to seal with last; asked each time, so that a rotated
    ///     file can be followed
    AesEnvelope(Supplier<List<MasterKey>> keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        MasterKey key = keys.get().getLast();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(HEAD).put(VERSION).put(key.id()).array();
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, head, purpose);
            var sealed = new ByteArrayOutputStream();
            sealed.writeBytes(head);
            sealed.writeBytes(nonce);
            sealed.writeBytes(cipher.doFinal(secret));
            return sealed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < HEAD + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new CannotOpen("not a sealed value");
        }

        byte[] head = Arrays.copyOf(sealed, HEAD);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + NONCE_BYTES);
        MasterKey key = key(Arrays.copyOfRange(sealed, 1, HEAD));
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, head, purpose);
            return cipher.doFinal(sealed, HEAD + NONCE_BYTES, sealed.length - HEAD - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen("altered, or sealed for another purpose than " + purpose);
        }
    }

    private MasterKey key(byte[] id) {
        return keys.get().stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .findFirst()
                .orElseThrow(() -> new CannotOpen(
                        "sealed with master key " + HexFormat.of().formatHex(id) + ", which is not in the key file"));
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, byte[] head, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));

        return cipher;
    }
}
