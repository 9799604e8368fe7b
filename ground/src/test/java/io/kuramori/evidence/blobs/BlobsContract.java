package io.kuramori.evidence.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.evidence.Blobs.BlobTooLarge;
import io.kuramori.evidence.CorruptBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every store of files promises.
abstract class BlobsContract {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    abstract Blobs blobs();

    /// Overwrites a kept blob around the port, as a bad disk or an intruder would.
    abstract void corrupt(String sha256, byte[] instead) throws IOException;

    @Test
    void keepsBytesUnderTheirHash() throws IOException {
        BlobRef ref = put("abc");

        assertThat(ref).isEqualTo(new BlobRef(ABC, 3));
        assertThat(read(ABC)).isEqualTo("abc");
    }

    @Test
    void keepsTheEmptyFile() throws IOException {
        assertThat(put("")).isEqualTo(new BlobRef(EMPTY, 0));
        assertThat(read(EMPTY)).isEmpty();
    }

    @Test
    void storesTheSameBytesOnce() throws IOException {
        put("abc");
        put("abc");

        assertThat(all()).containsExactly(new BlobRef(ABC, 3));
    }

    @Test
    void keepsLargeFilesWhole() throws IOException {
        byte[] large = new byte[3 * 1024 * 1024 + 17];
        new Random(20261123).nextBytes(large);

        BlobRef ref = blobs().put(new ByteArrayInputStream(large), large.length);

        assertThat(ref.size()).isEqualTo(large.length);
        try (InputStream kept = blobs().open(ref.sha256()).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void refusesMoreThanTheLimitAndKeepsNothing() throws IOException {
        assertThat(blobs().put(stream("abc"), 3).size()).isEqualTo(3);

        assertThatThrownBy(() -> blobs().put(stream("abcd"), 3))
                .isInstanceOfSatisfying(
                        BlobTooLarge.class,
                        refused -> assertThat(refused.limit()).isEqualTo(3));
        assertThat(all()).containsExactly(new BlobRef(ABC, 3));
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() throws IOException {
        InputStream breaking = new SequenceInputStream(stream("abc"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line dropped");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> blobs().put(breaking, 100)).hasMessage("the line dropped");
        assertThat(all()).isEmpty();
    }

    @Test
    void readsRanges() throws IOException {
        String name = put("0123456789").sha256();

        assertThat(range(name, 0, 4)).isEqualTo("0123");
        assertThat(range(name, 8, 100)).isEqualTo("89");
        assertThat(range(name, 10, 5)).isEmpty();
        assertThat(range(name, 3, 0)).isEmpty();
    }

    @Test
    void saysWhenThereIsNone() throws IOException {
        assertThat(blobs().open(ABC)).isEmpty();
        assertThat(blobs().openRange(ABC, 0, 1)).isEmpty();
        assertThat(blobs().openRange(ABC, 0, 0)).isEmpty();
        assertThat(blobs().delete(ABC, "test")).isFalse();
    }

    @Test
    void refusesNamesThatAreNoHash() {
        for (String name : List.of("", "../../etc/passwd", ABC.toUpperCase(java.util.Locale.ROOT), ABC + "0")) {
            assertThatThrownBy(() -> blobs().open(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs().openRange(name, 0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs().delete(name, "test")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void deletes() throws IOException {
        put("abc");

        assertThat(blobs().delete(ABC, "test")).isTrue();
        assertThat(blobs().open(ABC)).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void listsEveryBlob() throws IOException {
        Set<BlobRef> put = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            put.add(put("blob " + i));
        }

        assertThat(all()).hasSize(25).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void noticesAlteredBytesWhenReadWhole() throws IOException {
        put("abc");
        corrupt(ABC, "abd".getBytes(UTF_8));

        assertThatThrownBy(() -> read(ABC))
                .isInstanceOfSatisfying(
                        CorruptBlob.class,
                        corrupt -> assertThat(corrupt.expected()).isEqualTo(ABC));
    }

    @Test
    void noticesTruncatedBytesWhenSkippedThrough() throws IOException {
        put("abc");
        corrupt(ABC, "ab".getBytes(UTF_8));

        try (InputStream kept = blobs().open(ABC).orElseThrow()) {
            assertThatThrownBy(() -> kept.skip(10)).isInstanceOf(CorruptBlob.class);
        }
    }

    @Test
    void agreesWhenManyPutTheSameBytesAtOnce() throws InterruptedException, ExecutionException, IOException {
        List<Future<BlobRef>> puts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Callable<BlobRef> put = () -> put("abc");
                puts.add(threads.submit(put));
            }
        }

        for (Future<BlobRef> put : puts) {
            assertThat(put.get()).isEqualTo(new BlobRef(ABC, 3));
        }
        assertThat(read(ABC)).isEqualTo("abc");
    }

    final BlobRef put(String text) throws IOException {
        return blobs().put(stream(text), 1024);
    }

    final String read(String name) throws IOException {
        try (InputStream kept = blobs().open(name).orElseThrow()) {
            return new String(kept.readAllBytes(), UTF_8);
        }
    }

    final List<BlobRef> all() throws IOException {
        try (Stream<BlobRef> all = blobs().list()) {
            return all.toList();
        }
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private String range(String name, long offset, long length) throws IOException {
        try (InputStream part = blobs().openRange(name, offset, length).orElseThrow()) {
            return new String(part.readAllBytes(), UTF_8);
        }
    }
}
