package io.kuramori.engine.matching.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes being written. Numbers are variable-length, seven bits a byte, the lowest first; texts are UTF-8 after their
/// length in bytes. For one thread.
public final class Out {

    private byte[] bytes;
    private int size;

    public Out() {
        this(64);
    }

    public Out(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void clear() {
        size = 0;
    }

    public Out flag(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /// @param value not negative
    public Out number(int value) {
        return number((long) value);
    }

    /// Of a negative number all ten bytes are written.
    public Out number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /// Eight bytes, the highest first.
    public Out fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    public Out text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    public Out maybe(@Nullable String text) {
        return text == null ? flag(0) : flag(1).text(text);
    }

    /// Bytes after their length.
    public Out block(byte[] block) {
        number(block.length);
        return raw(block, block.length);
    }

    /// What another has written, after its length.
    public Out block(Out other) {
        number(other.size);
        return raw(other.bytes, other.size);
    }

    private Out raw(byte[] from, int length) {
        room(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
        return this;
    }

    private void room(int more) {
        if (size + more < 0) {
            throw new IllegalStateException("a record over 2 GB");
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
