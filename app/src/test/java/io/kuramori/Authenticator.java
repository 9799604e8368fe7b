package io.kuramori;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A person's authenticator app, written from RFC 4226, RFC 4648 and RFC 6238 alone.
record Authenticator(String secret) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    String code(Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(at.getEpochSecond() / 30)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, Integer.BYTES)
                            .getInt()
                    & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var letters = secret.replace(" ", "");
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            held = held << 5 | ALPHABET.indexOf(letters.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
