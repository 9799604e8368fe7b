package io.kuramori.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.identity.Envelope.CannotOpen;
import io.kuramori.identity.keys.KeyFile.KeyFileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesEnvelopeTest {

    private static final byte[] SECRET = {1, 2, 3, 4};

    private final MasterKey older = MasterKey.random();
    private final MasterKey newer = MasterKey.random();

    @Test
    void opensWhatItSealedAndNeverSealsTheSameTwice() {
        var envelope = new AesEnvelope(() -> List.of(newer));
        byte[] sealed = envelope.seal(SECRET, "test:1");

        assertThat(envelope.open(sealed, "test:1")).isEqualTo(SECRET);
        assertThat(envelope.seal(SECRET, "test:1")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingAlteredAnywhere() {
        var envelope = new AesEnvelope(() -> List.of(newer));
        byte[] sealed = envelope.seal(SECRET, "test:1");

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> envelope.open(altered, "test:1")).isInstanceOf(CannotOpen.class);
        }
        assertThatThrownBy(() -> envelope.open(new byte[0], "test:1")).isInstanceOf(CannotOpen.class);
    }

    @Test
    void opensNothingSealedForAnotherPurpose() {
        var envelope = new AesEnvelope(() -> List.of(newer));
        byte[] sealed = envelope.seal(SECRET, "test:1");

        assertThatThrownBy(() -> envelope.open(sealed, "test:2")).isInstanceOf(CannotOpen.class);
    }

    @Test
    void opensWithTheOlderKeyWhileItIsAtHand() {
        byte[] sealed = new AesEnvelope(() -> List.of(older)).seal(SECRET, "test:1");

        assertThat(new AesEnvelope(() -> List.of(older, newer)).open(sealed, "test:1"))
                .isEqualTo(SECRET);
        var without = new AesEnvelope(() -> List.of(newer));
        assertThatThrownBy(() -> without.open(sealed, "test:1"))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(older.toString());
    }

    @Test
    void makesAFileThatItsOwnerAloneCanRead(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("master.key");
        var file = new KeyFile(path);
        file.create();
        var made = file.read().getLast().toString();
        file.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(file.read()).singleElement().hasToString(made);
    }

    @Test
    void refusesAFileThatOthersCanReadOrThatIsDamaged(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("master.key");
        var file = new KeyFile(path);
        file.create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(file::read).isInstanceOf(KeyFileProblem.class).hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        for (String damaged : List.of("", "hello\n", "kuramori-master-key-v1 AAAA\n", "kuramori-master-key-v1 ***\n")) {
            Files.writeString(path, damaged);
            assertThatThrownBy(file::read).isInstanceOf(KeyFileProblem.class).hasMessageContaining("master.key");
        }
    }
}
