package io.kuramori.engine.matching.readers;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Matcher;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.words.Comparators;
import io.kuramori.engine.matching.words.JapanesePhrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Damaged at random places, documents are read or refused, never anything else; what was read can be matched, and the
/// answer said.
final class ReadersFuzz {

    private static final int RUNS = Integer.getInteger("kuramori.fuzz.runs", 300);
    private static final List<Component> COMPONENTS = List.of(
            new Component(
                    "pkg:npm/%40acme/vault@1.2.0",
                    "cpe:2.3:a:acme:vault:1.2.0:*:*:*:*:*:*:*", "vault", "1.2.0", "ACME"),
            new Component(null, "cpe:2.3:o:acme:gate_firmware:1.5:*:*:*:*:*:*:*", "gate", null, null));

    @TestFactory
    Stream<DynamicTest> damagedDocuments() throws IOException {
        Path input = GoldenTest.folder("input");
        try (Stream<Path> files = Files.walk(input)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(input.relativize(file).toString(), () -> damage(input, file)));
        }
    }

    private static void damage(Path input, Path file) throws IOException {
        String format =
                Objects.requireNonNull(input.relativize(file).getName(0)).toString();
        byte[] sound = Files.readAllBytes(file);
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = random.nextInt(5) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean()
                        ? (byte) "0A<>\"/9 -*:{}[],\\".charAt(random.nextInt(17))
                        : (byte) random.nextInt(256);
            }
            assertThatNoException()
                    .as("%s seed %d: %s", file, seed, new String(bytes, StandardCharsets.UTF_8))
                    .isThrownBy(() -> readAndMatch(format, bytes));
        }
    }

    private static void readAndMatch(String format, byte[] bytes) {
        for (AdvisoryResult result : GoldenTest.results(format, bytes)) {
            if (result instanceof AdvisoryResult.Accepted(var advisory)) {
                Matcher matcher = new Matcher(AdvisoryIndex.of(List.of(advisory)));
                for (Component component : COMPONENTS) {
                    if (matcher.match(component)
                            instanceof io.kuramori.engine.matching.Matches.Evaluated(var c, var answers)) {
                        answers.forEach(answer -> answer.sentence(Locale.JAPANESE));
                    }
                }
            }
        }
    }

    @Test
    void wordsOfAnyKind() {
        String letters = "0123456789.. -~、,以前以降未満系からまでより前およびそれバージョンverVXx()*?:\\%<>=|abrc\uD842";
        for (int seed = 0; seed < 20 * RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String words = text.toString();
            assertThatNoException().as("seed %d: %s", seed, words).isThrownBy(() -> {
                JapanesePhrases.read(words);
                Comparators.read(words);
                Cpe.parse("cpe:2.3:a:" + words);
                Cpe.parse("cpe:/" + words);
                LooseVersion version = LooseVersion.read(words);
                if (version != null) {
                    version.to(version);
                }
            });
        }
    }

    /// Long runs of what the grammars look for; a pattern that backtracks would not come back from these.
    @Test
    void longRunsOfOneThing() {
        for (String piece : List.of(
                "1.", "1 ", "a ", "から", "1から", "、", "およびそれ", "バージョン ", "ver. ", "< ", ">=1,", "\\", "?", "*", "%02",
                "~", "1 or ", "- ")) {
            String words = piece.repeat(100_000 / piece.length());
            for (int length : new int[] {200, 1000, 2000, words.length()}) {
                String text = words.substring(0, Math.min(length, words.length()));
                assertThatNoException().as(piece).isThrownBy(() -> {
                    JapanesePhrases.read(text);
                    Comparators.read(text);
                    Cpe.parse("cpe:2.3:a:" + text);
                    LooseVersion.read(text);
                });
            }
        }
    }
}
