package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakedPasswordsTest {

    private static final int MANY = 3_000;

    @TempDir
    Path folder;

    @Test
    void everyHashOfAFileIsFoundAndNoOther() throws Exception {
        for (int size : List.of(1, 2, 3, 300)) {
            for (String end : List.of("\n", "\r\n")) {
                var list = LeakedPasswords.open(file(String.join(end, hashes(size, true)) + end));
                for (int i = 0; i < size; i++) {
                    assertThat(list.holds(password(i))).as("%s of %s", i, size).isTrue();
                    assertThat(list.holds(password(size + i))).isFalse();
                }
            }
        }
    }

    @Test
    void hashesNeedNeitherCountsNorCapitalsNorALastLineEnd() throws Exception {
        var lower = hashes(5, false).stream().map(hash -> hash.toLowerCase(Locale.ROOT));
        var list = LeakedPasswords.open(file(String.join("\n", lower.toList())));
        for (int i = 0; i < 5; i++) {
            assertThat(list.holds(password(i))).isTrue();
        }
    }

    @Test
    void hashesInAnotherOrderStopTheStart() throws Exception {
        var hashes = new ArrayList<>(hashes(MANY, true));
        Collections.reverse(hashes);
        assertThatThrownBy(() -> LeakedPasswords.open(file(String.join("\n", hashes))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not in ascending order");
    }

    @Test
    void aFileThatIsEmptyOrMissingStopsTheStart() {
        assertThatThrownBy(() -> LeakedPasswords.open(file(""))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> LeakedPasswords.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileThatGoesAwayRefusesInsteadOfAllowing() throws Exception {
        var file = file(String.join("\n", hashes(3, true)));
        var list = LeakedPasswords.open(file);
        Files.delete(file);
        assertThatThrownBy(() -> list.holds(password(1))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void plainPasswordsAreFoundInAnyCaseAndWidth() throws Exception {
        var list = LeakedPasswords.open(file("short\nSeven Grey Herons\n柿の木に雀が三羽とまっている\n"));
        assertThat(list.holds("seven grey herons")).isTrue();
        assertThat(list.holds("Ｓｅｖｅｎ grey herons")).isTrue();
        assertThat(list.holds("柿の木に雀が三羽とまっている")).isTrue();
        assertThat(list.holds("eight grey herons")).isFalse();
    }

    @Test
    void longPlainListsAreFoundWhole() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            lines.add(password(i));
        }
        var list = LeakedPasswords.open(file(String.join("\n", lines)));
        for (int i = 0; i < MANY; i++) {
            assertThat(list.holds(password(i))).isTrue();
            assertThat(list.holds(password(MANY + i))).isFalse();
        }
    }

    private static String password(int number) {
        return "a heron stands in pond " + number;
    }

    private static List<String> hashes(int size, boolean counted) throws Exception {
        var sha1 = MessageDigest.getInstance("SHA-1");
        var hashes = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            var hash = HexFormat.of()
                    .withUpperCase()
                    .formatHex(sha1.digest(password(i).getBytes(StandardCharsets.UTF_8)));
            hashes.add(counted ? hash + ":" + (i * 37 + 1) : hash);
        }
        Collections.sort(hashes);
        return hashes;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), text);
    }
}
