package io.kuramori.engine.matching.segment;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads what [Out] wrote. Bytes that cannot have been written by it are [Damaged]. For one thread.
public final class In {

    private final byte[] bytes;
    private final int end;
    private int at;

    public In(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private In(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    public boolean more() {
        return at < end;
    }

    public int flag() {
        need(1);
        return bytes[at++] & 0xff;
    }

    public int number() {
        long value = longNumber();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new Damaged("a number of 31 bits");
        }
        return (int) value;
    }

    public long longNumber() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = flag();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new Damaged("the end of a number");
    }

    public long fixed() {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }

    public String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    public @Nullable String maybe() {
        return flag() == 0 ? null : text();
    }

    /// A reader of the block that follows, behind which this one goes on.
    public In block() {
        int length = length();
        In block = new In(bytes, at, at + length);
        at += length;
        return block;
    }

    /// Goes past a block.
    public void skip() {
        int length = length();
        at += length;
    }

    /// Whether the block that follows is empty; goes past it if so.
    public boolean emptyNext() {
        need(1);
        if (bytes[at] != 0) {
            return false;
        }
        at++;
        return true;
    }

    /// How many of something follow, each of a byte at least.
    public int count() {
        int count = number();
        if (count > end - at) {
            throw new Damaged("as many parts as are counted");
        }
        return count;
    }

    private int length() {
        int length = number();
        need(length);
        return length;
    }

    private void need(int more) {
        if (more > end - at) {
            throw new Damaged("more bytes");
        }
    }

    /// How the block that follows compares with a key, byte by byte without sign; goes past it.
    public int compareNext(byte[] key) {
        int length = length();
        int order = java.util.Arrays.compareUnsigned(key, 0, key.length, bytes, at, at + length);
        at += length;
        return order;
    }
}
