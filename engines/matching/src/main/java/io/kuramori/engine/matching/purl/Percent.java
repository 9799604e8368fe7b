package io.kuramori.engine.matching.purl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoding over UTF-8. Letters, digits, `.`, `-`, `_`, `~` and `:` stand for themselves (ECMA-427 §5.4).
public final class Percent {

    private static final String PLAIN = ".-_~:";
    private static final String HEX = "0123456789ABCDEF";
    private static final int ESCAPE = 3;

    private Percent() {}

    public static String encode(String text) {
        return encode(text, PLAIN);
    }

    /// @param plain what stands for itself besides letters and digits
    public static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder(text.length() + ESCAPE);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (letterOrDigit(c) || plain.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    /// Empty when an escape is broken or the bytes are no UTF-8. Other characters stand for themselves.
    public static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(given.length);
        for (int i = 0; i < given.length; i++) {
            if (given[i] != '%') {
                bytes.put(given[i]);
                continue;
            }
            int high = i + 2 < given.length ? Character.digit((char) given[i + 1], 16) : -1;
            int low = i + 2 < given.length ? Character.digit((char) given[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
