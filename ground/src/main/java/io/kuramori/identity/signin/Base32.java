package io.kuramori.identity.signin;

/// Base 32 without padding (RFC 4648 §6): what authenticator apps and people read best.
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 8 / BITS + 1);
        int pending = 0;
        int count = 0;
        for (byte next : bytes) {
            pending = (pending << 8) | (next & 0xff);
            count += 8;
            while (count >= BITS) {
                count -= BITS;
                text.append(ALPHABET.charAt((pending >> count) & 31));
            }
            pending &= (1 << count) - 1;
        }
        if (count > 0) {
            text.append(ALPHABET.charAt((pending << (BITS - count)) & 31));
        }
        return text.toString();
    }
}
