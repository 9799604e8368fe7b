package io.kuramori.engine.matching.sbom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Damaged at random places, bills of materials are read or refused, never anything else; what is wrong has a place,
/// and
/// every part that is read can be matched.
final class SbomFuzz {

    private static final int RUNS = Integer.getInteger("kuramori.fuzz.runs", 300);
    private static final String TOKENS = "{}[]\",:<>/&;!#=\\ \n\t0eE-.";

    @TestFactory
    Stream<DynamicTest> damagedDocuments() throws IOException {
        Path input = SbomGoldenTest.folder("input");
        return SbomGoldenTest.files().stream()
                .map(file -> DynamicTest.dynamicTest(input.relativize(file).toString(), () -> damage(file)));
    }

    private static void damage(Path file) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] bytes = damaged(sound, new Random(seed));
            assertThatNoException()
                    .as("%s seed %d: %s", file, seed, new String(bytes, StandardCharsets.UTF_8))
                    .isThrownBy(() -> check(bytes));
        }
    }

    private static void check(byte[] bytes) throws IOException {
        switch (SbomReader.read(new ByteArrayInputStream(bytes))) {
            case Reading.Rejected<Sbom>(Problem problem) -> placed(problem);
            case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                problems.forEach(SbomFuzz::placed);
                sbom.parts().forEach(Part::component);
                sbom.subjects().forEach(Part::component);
            }
        }
    }

    private static void placed(Problem problem) {
        assertThat(problem.line()).as(problem.toString()).isPositive();
        assertThat(problem.expected()).as(problem.toString()).isNotBlank();
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(6) == 0 && sound.length > 0
                ? Arrays.copyOf(sound, random.nextInt(sound.length))
                : sound.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
                case 2 -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> {
                    byte[] less = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 0, less, 0, at);
                    System.arraycopy(bytes, at + 1, less, at, less.length - at);
                    bytes = less;
                }
            }
        }
        return bytes;
    }
}
