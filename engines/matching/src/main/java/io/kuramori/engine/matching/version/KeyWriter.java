package io.kuramori.engine.matching.version;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the bytes of a [VersionKey]. What is written must be self-delimiting, so that no later byte of one version is
/// ever compared with an earlier part of another.
///
/// A number takes one byte up to [#SMALL]; above it a byte for its length, then its bytes, high first; beyond eight
/// bytes its decimal digits with their count in two bytes. Leading zeros have no weight. A text is its UTF-8 bytes and
/// a
/// zero.
public final class KeyWriter {

    private static final int SMALL = 0xE7;
    private static final int BIG = 0xF0;
    /// Every number of so many digits fits a long.
    private static final int LONG_DIGITS = 18;

    private byte[] bytes = new byte[16];
    private int size;

    public KeyWriter tag(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /// The ASCII digits of the text from one place to another; none are zero.
    public KeyWriter number(CharSequence text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        if (to - start <= LONG_DIGITS) {
            return start == to ? tag(0) : number(Long.parseLong(text, start, to, 10));
        }
        tag(BIG).tag((to - start) >> 8).tag(to - start);
        for (int i = start; i < to; i++) {
            tag(text.charAt(i));
        }
        return this;
    }

    public KeyWriter number(String digits) {
        return number(digits, 0, digits.length());
    }

    /// @param value not negative
    public KeyWriter number(long value) {
        if (value <= SMALL) {
            return tag((int) value);
        }
        int length = (Long.SIZE - Long.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
        tag(SMALL + length);
        for (int i = length - 1; i >= 0; i--) {
            tag((int) (value >> (i * Byte.SIZE)));
        }
        return this;
    }

    /// @param text without the character zero, which [VersionOrder#parse] refuses
    public KeyWriter text(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            tag(b);
        }
        return tag(0);
    }

    public VersionKey key() {
        return new VersionKey(Arrays.copyOf(bytes, size));
    }
}
