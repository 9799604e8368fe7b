package io.kuramori.identity.apikeys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// A key as its owner keeps it: `krm_`, 43 digits of base 62 (256 random bits), and six more that check them (CRC-32).
/// The prefix lets scanners find a key where it should not be; the check tells a mistyped one from a wrong one without
/// asking the database. Only its SHA-256 is kept.
record KeyText(String text) {

    static final String PREFIX = "krm_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final int LENGTH = PREFIX.length() + RANDOM_DIGITS + CHECK_DIGITS;
    private static final int HINT_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText make() {
        var random = PREFIX + digits(new BigInteger(BITS, RANDOM), RANDOM_DIGITS);

        return new KeyText(random + check(random));
    }

    /// Whether it can be a key at all.
    boolean wellFormed() {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }

        int random = LENGTH - CHECK_DIGITS;
        return check(text.substring(0, random)).equals(text.substring(random));
    }

    /// Enough to recognise it by.
    String hint() {
        return text.substring(0, HINT_LENGTH);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String check(String head) {
        var crc = new CRC32();
        crc.update(head.getBytes(StandardCharsets.UTF_8));

        return digits(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String digits(BigInteger number, int length) {
        var digits = new StringBuilder();
        var left = number;
        for (int i = 0; i < length; i++) {
            var parts = left.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return digits.reverse().toString();
    }

    /// Never the key itself.
    @Override
    public String toString() {
        return "KeyText[…]";
    }
}
