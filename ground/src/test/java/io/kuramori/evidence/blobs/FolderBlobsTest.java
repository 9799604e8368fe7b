package io.kuramori.evidence.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.evidence.BlobStoreInUse;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderBlobsTest extends BlobsContract {

    @TempDir
    private Path folder;

    private FolderBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = FolderBlobs.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        blobs.close();
    }

    @Override
    Blobs blobs() {
        return blobs;
    }

    @Override
    void corrupt(String sha256, byte[] instead) throws IOException {
        Files.write(file(sha256), instead);
    }

    @Test
    void replacesABlobThatHadGoneBadByTheGoodBytesItReceives() throws IOException {
        String name = put("abc").sha256();
        corrupt(name, "abd".getBytes(UTF_8));

        put("abc");

        assertThat(read(name)).isEqualTo("abc");
    }

    @Test
    void refusesASecondReplica() {
        assertThatThrownBy(() -> FolderBlobs.open(folder))
                .isInstanceOf(BlobStoreInUse.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("kuramori.blobs.kind=s3");
    }

    @Test
    void givesTheFolderFreeWhenClosed() throws IOException {
        put("abc");
        blobs.close();

        blobs = FolderBlobs.open(folder);

        assertThat(all()).hasSize(1);
    }

    @Nested
    class WhenAStepFails {

        @Test
        void beforeTheRenameNothingIsKept() throws IOException {
            reopen(new Disk() {
                @Override
                public void rename(Path from, Path to) throws IOException {
                    throw new IOException("no space left");
                }
            });

            assertThatThrownBy(() -> put("abc")).hasMessage("no space left");

            assertThat(all()).isEmpty();
            assertThat(incoming()).isZero();
        }

        @Test
        void afterTheRenameTheBlobIsWholeAndMayBePutAgain() throws IOException {
            reopen(new Disk() {
                @Override
                public void forceFolder(Path forced) throws IOException {
                    if (!forced.equals(folder)) {
                        throw new IOException("input/output error");
                    }
                }
            });

            assertThatThrownBy(() -> put("abc")).hasMessage("input/output error");
            reopen(Disk.REAL);

            assertThat(all()).hasSize(1);
            BlobRef again = put("abc");
            assertThat(read(again.sha256())).isEqualTo("abc");
            assertThat(all()).containsExactly(again);
        }

        @Test
        void whatACrashLeftIncomingIsSweptAtTheNextStart() throws IOException {
            Files.writeString(folder.resolve("incoming/half"), "ab");

            reopen(Disk.REAL);

            assertThat(incoming()).isZero();
            assertThat(all()).isEmpty();
        }

        private void reopen(Disk disk) throws IOException {
            blobs.close();
            blobs = FolderBlobs.open(folder, disk);
        }

        private long incoming() throws IOException {
            try (Stream<Path> left = Files.list(folder.resolve("incoming"))) {
                return left.count();
            }
        }
    }

    private Path file(String sha256) {
        return folder.resolve(Sha256.path(sha256));
    }
}
