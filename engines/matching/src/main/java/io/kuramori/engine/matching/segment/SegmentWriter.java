package io.kuramori.engine.matching.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// Writes a segment front to back: records as they come, what is found by keys and the tables at the end. Only the
/// lists by key stay in memory until then. For one thread.
///
/// ```
/// segment  = MAGIC records lists offsets table footer
/// records  = the bytes of each record, one after another
/// lists    = for each key: its length, the key, its list's length, the list; a list is (record, length, bytes)*
/// offsets  = for each record where it begins, and where the last ends; four bytes each
/// table    = slots, a power of two: the upper half of the key's hash, where its list begins (0: empty); linear probing
/// footer   = sizes and places (eight fields of eight bytes), CRC-32C of all before the footer, CRC-32C of the footer
///            itself, MAGIC
/// ```
public final class SegmentWriter {

    static final long MAGIC = 0x4b52_4d53_4547_0002L; // KRMSEG, version 2
    static final int HEADER = 8;
    static final int FOOTER = 8 * 8;
    private static final int BUFFER = 1 << 16;
    /// Positions are 31 bits, as in a buffer.
    private static final long MAX_SIZE = Integer.MAX_VALUE - 16L;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CRC32C sum = new CRC32C();
    private final Map<String, Out> lists = new HashMap<>();
    private int[] offsets = new int[1024];
    private int records;
    private long written;

    public SegmentWriter(WritableByteChannel channel) throws IOException {
        this.channel = channel;
        buffer.putLong(MAGIC);
        written = HEADER;
    }

    public int size() {
        return records;
    }

    /// @return the record's number, from 0
    public int record(Out record) throws IOException {
        if (records + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[records] = (int) written;
        write(record.toBytes());
        offsets[records + 1] = (int) written;
        return records++;
    }

    /// Lets a record be found by a key, with some bytes that go with it.
    public void list(String key, int record, Out bytes) {
        lists.computeIfAbsent(key, k -> new Out(32)).number(record).block(bytes);
    }

    /// Writes the rest. The channel stays open.
    public void finish() throws IOException {
        long listsAt = written;
        int slots = Math.max(16, Integer.highestOneBit(Math.max(1, lists.size())) << 2);
        long[] table = new long[slots];
        String[] keys = lists.keySet().toArray(String[]::new);
        // The same content is the same bytes, whatever order a map has today.
        Arrays.sort(keys);
        Out entry = new Out();
        for (String key : keys) {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            put(table, Hash.of(name), (int) written);
            entry.clear();
            Out list = lists.remove(key);
            if (list != null) {
                entry.block(name).block(list);
            }
            write(entry.toBytes());
        }
        long offsetsAt = written;
        for (int i = 0; i <= records; i++) {
            writeInt(i == 0 && records == 0 ? HEADER : offsets[i]);
        }
        long tableAt = written;
        for (long slot : table) {
            writeLong(slot);
        }
        footer(listsAt, offsetsAt, tableAt, slots);
    }

    private static void put(long[] table, long hash, int at) {
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = (hash & 0xffff_ffff_0000_0000L) | at;
    }

    private void footer(long listsAt, long offsetsAt, long tableAt, int slots) throws IOException {
        flush();
        CRC32C own = new CRC32C();
        ByteBuffer footer = ByteBuffer.allocate(FOOTER);
        footer.putLong(records)
                .putLong(listsAt)
                .putLong(offsetsAt)
                .putLong(tableAt)
                .putLong(slots);
        footer.putLong(sum.getValue());
        own.update(footer.array(), 0, footer.position());
        footer.putLong(own.getValue()).putLong(MAGIC).flip();
        while (footer.hasRemaining()) {
            channel.write(footer);
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (written + bytes.length > MAX_SIZE) {
            throw new IOException("the segment would be over 2 GB");
        }
        int from = 0;
        while (from < bytes.length) {
            int part = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, part);
            from += part;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
        written += bytes.length;
    }

    private void writeInt(int value) throws IOException {
        room(4);
        buffer.putInt(value);
        written += 4;
    }

    private void writeLong(long value) throws IOException {
        room(8);
        buffer.putLong(value);
        written += 8;
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
