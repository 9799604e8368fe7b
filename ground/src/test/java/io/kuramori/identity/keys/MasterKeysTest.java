package io.kuramori.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.identity.Envelope.CannotOpen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key file while the master key is changed.
class MasterKeysTest {

    private static final String PURPOSE = "test:1";

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private byte[] sealed = {};

    @BeforeEach
    void sealed() {
        path = folder.resolve("master.key");
        new KeyFile(path).create();
        sealed = envelope(keys()).seal("secret".getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws IOException {
        var keys = keys();
        var before = keys.newest().toString();
        keys.add();

        assertThat(keys.newest()).hasToString(keys().newest().toString()).doesNotHaveToString(before);
        assertThat(envelope(keys).open(sealed, PURPOSE)).asString().isEqualTo("secret");
        assertThat(Files.readAllLines(path)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aRotationThatBrokeOffIsFinishedByTheNextStart() {
        keys().add();
        var next = keys();
        var resealed = envelope(next).seal(envelope(next).open(sealed, PURPOSE), PURPOSE);
        next.retireOld();

        assertThat(envelope(keys()).open(resealed, PURPOSE)).asString().isEqualTo("secret");
        assertThatThrownBy(() -> envelope(keys()).open(sealed, PURPOSE)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void whatAnInterruptedWriteLeftIsInNobodysWay() throws IOException {
        Files.writeString(folder.resolve("master.key.new"), "half a li");
        var keys = keys();
        keys.add();
        keys.retireOld();

        assertThat(Files.readAllLines(path)).hasSize(1);
        assertThat(folder.resolve("master.key.new")).doesNotExist();
    }

    private MasterKeys keys() {
        return new MasterKeys(new KeyFile(path));
    }

    private static AesEnvelope envelope(MasterKeys keys) {
        return new AesEnvelope(keys::all);
    }
}
