package io.kuramori.engine.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// RFC 8785 canonical bytes of a JSON value, so that the same value always hashes to the same digest.
///
/// RFC 8785 writes numbers as IEEE doubles, which cannot hold a 64-bit integer or an amount of money. Entry layout v1
/// therefore writes a number plainly only when it is an integer of at most 2^53 - 1 in magnitude, and every other
/// number
/// as `{"$decimal":"…"}` with its shortest plain decimal text. What comes out is still RFC 8785 output.
public final class CanonicalJson {

    private static final BigDecimal LARGEST_SAFE = BigDecimal.valueOf((1L << 53) - 1);
    private static final int MAX_DEPTH = 64;

    private CanonicalJson() {}

    /// The canonical form in UTF-8.
    ///
    /// @throws IllegalArgumentException for a lone surrogate or nesting deeper than 64
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The canonical form as text.
    public static String text(Json value) {
        var out = new StringBuilder();
        write(value, out, 0);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
        }

        switch (value) {
            case Json.Null() -> out.append("null");
            case Json.Bool(boolean bool) -> out.append(bool);
            case Json.Num(BigDecimal number) -> writeNumber(number, out);
            case Json.Str(String string) -> writeString(string, out);
            case Json.Arr array -> writeArray(array, out, depth);
            case Json.Obj object -> writeObject(object, out, depth);
        }
    }

    private static void writeNumber(BigDecimal number, StringBuilder out) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        boolean safe = plain.scale() <= 0 && plain.abs().compareTo(LARGEST_SAFE) <= 0;
        if (safe) {
            out.append(plain.toPlainString());
        } else {
            out.append("{\"$decimal\":\"").append(plain.toPlainString()).append("\"}");
        }
    }

    private static void writeArray(Json.Arr array, StringBuilder out, int depth) {
        out.append('[');
        String separator = "";
        for (Json item : array.items()) {
            out.append(separator);
            write(item, out, depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeObject(Json.Obj object, StringBuilder out, int depth) {
        out.append('{');
        String separator = "";
        // String's natural order is by UTF-16 code unit, as RFC 8785 §3.2.3 asks.
        for (var member : new TreeMap<>(object.members()).entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeString(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else if (Character.isSurrogate(c)) {
                        i = writePair(string, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int writePair(String string, int i, StringBuilder out) {
        boolean paired = i + 1 < string.length() && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
        if (!paired) {
            throw new IllegalArgumentException("lone surrogate at " + i);
        }

        out.append(string, i, i + 2);
        return i + 1;
    }
}
