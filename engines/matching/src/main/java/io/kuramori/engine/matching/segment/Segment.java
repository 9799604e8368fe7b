package io.kuramori.engine.matching.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A written segment, in a buffer or mapped; opened without reading more than its end. Immutable, for many threads.
///
/// The bytes are believed, since they are a copy of what sources say that can be made anew; whoever alters them can
/// hide
/// an advisory. [#intact()] tells accidents.
public final class Segment {

    private static final byte[] NOTHING = {};

    private final ByteBuffer bytes;
    private final int size;
    private final int listsAt;
    private final int offsetsAt;
    private final int tableAt;
    private final int mask;
    private final long sum;

    private Segment(ByteBuffer bytes, int size, int listsAt, int offsetsAt, int tableAt, int slots, long sum) {
        this.bytes = bytes;
        this.size = size;
        this.listsAt = listsAt;
        this.offsetsAt = offsetsAt;
        this.tableAt = tableAt;
        this.mask = slots - 1;
        this.sum = sum;
    }

    /// @throws Damaged when these are not the bytes of a whole segment
    public static Segment open(ByteBuffer buffer) {
        ByteBuffer bytes = buffer.slice();
        int end = bytes.limit() - SegmentWriter.FOOTER;
        if (end < SegmentWriter.HEADER
                || bytes.getLong(0) != SegmentWriter.MAGIC
                || bytes.getLong(bytes.limit() - 8) != SegmentWriter.MAGIC) {
            throw new Damaged("a whole snapshot of this version's format");
        }
        CRC32C own = new CRC32C();
        own.update(bytes.slice(end, 48));
        if (own.getValue() != bytes.getLong(end + 48)) {
            throw new Damaged("an undamaged footer");
        }
        long size = bytes.getLong(end);
        long listsAt = bytes.getLong(end + 8);
        long offsetsAt = bytes.getLong(end + 16);
        long tableAt = bytes.getLong(end + 24);
        long slots = bytes.getLong(end + 32);
        boolean fits = listsAt >= SegmentWriter.HEADER
                && offsetsAt >= listsAt
                && tableAt == offsetsAt + 4 * (size + 1)
                && Long.bitCount(slots) == 1
                && end == tableAt + 8 * slots;
        if (!fits) {
            throw new Damaged("places within the snapshot");
        }
        return new Segment(
                bytes, (int) size, (int) listsAt, (int) offsetsAt, (int) tableAt, (int) slots, bytes.getLong(end + 40));
    }

    /// Whether bytes begin as a segment does, of whatever version.
    public static boolean begins(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getLong() >>> 16 == SegmentWriter.MAGIC >>> 16;
    }

    public int size() {
        return size;
    }

    public In record(int number) {
        int at = bytes.getInt(offsetsAt + 4 * number);
        return new In(copy(at, bytes.getInt(offsetsAt + 4 * (number + 1)) - at));
    }

    /// What stands under a key: (record, block)*; empty when nothing does.
    public byte[] list(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        long hash = Hash.of(name);
        int slot = (int) hash & mask;
        for (int probes = 0; probes <= mask; probes++) {
            long entry = bytes.getLong(tableAt + 8 * slot);
            if (entry == 0) {
                return NOTHING;
            }
            if ((entry ^ hash) >>> 32 == 0) {
                byte[] found = list((int) entry, name);
                if (found != null) {
                    return found;
                }
            }
            slot = (slot + 1) & mask;
        }
        return NOTHING;
    }

    /// The list of an entry, null when the entry is another key's.
    private byte @Nullable [] list(int at, byte[] name) {
        if (at < listsAt || at >= offsetsAt) {
            throw new Damaged("places within the snapshot");
        }
        int length = number(at);
        int text = at + width(length);
        if (length != name.length || !Arrays.equals(copy(text, length), name)) {
            return null;
        }
        int size = number(text + length);
        return copy(text + length + width(size), size);
    }

    /// A number as [Out] writes it; behind the last list there is room enough for the longest.
    private int number(int at) {
        int value = 0;
        for (int i = 0; i < 5; i++) {
            int next = bytes.get(at + i) & 0xff;
            value |= (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return value;
            }
        }
        throw new Damaged("the end of a number");
    }

    private static int width(int value) {
        return Math.max(1, (38 - Integer.numberOfLeadingZeros(value)) / 7);
    }

    private byte[] copy(int at, int length) {
        if (at < SegmentWriter.HEADER || length < 0 || at + length > offsetsAt || at + length < at) {
            throw new Damaged("places within the snapshot");
        }
        byte[] copy = new byte[length];
        bytes.get(at, copy);
        return copy;
    }

    /// Writes it as it is.
    public void copyTo(WritableByteChannel channel) throws IOException {
        ByteBuffer rest = bytes.duplicate().rewind();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /// Reads everything and compares its sum.
    public boolean intact() {
        CRC32C all = new CRC32C();
        all.update(bytes.slice(0, bytes.limit() - SegmentWriter.FOOTER));
        return all.getValue() == sum;
    }
}
