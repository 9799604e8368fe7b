package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each folder under `input` holds the arguments of a scan and its files; under `output` stands what it writes in each
/// format, on a terminal, on a narrow one, and into a file, in both languages. What came stands under `target/golden`,
/// to be compared and, when right, kept.
final class ScanGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/scans");

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER.resolve("input"))) {
            List<Path> cases = found.sorted().toList();
            assertThat(cases).hasSizeGreaterThan(2);
            return cases.stream()
                    .flatMap(each -> outputs(each).entrySet().stream()
                            .map(file -> DynamicTest.dynamicTest(
                                    each.getFileName() + "/" + file.getKey(),
                                    () -> check(each.getFileName() + "/" + file.getKey(), file.getValue()))));
        }
    }

    /// What a scan writes, by the name of the golden file.
    private static Map<String, String> outputs(Path input) {
        Map<String, String> outputs = new TreeMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            String language = locale.getLanguage();
            outputs.put("table." + language + ".txt", scan(input, terminal(locale, false, 0), "table"));
            outputs.put("terminal-100." + language + ".txt", scan(input, terminal(locale, true, 100), "table"));
            outputs.put("terminal-60." + language + ".txt", scan(input, terminal(locale, false, 60), "table"));
            for (String format : List.of("json", "sarif", "cyclonedx")) {
                outputs.put(format + "." + language + ".txt", scan(input, terminal(locale, true, 100), format));
            }
        }
        return outputs;
    }

    private static Terminal terminal(Locale locale, boolean colour, int width) {
        return new Terminal(
                locale, colour, width == 0 ? OptionalInt.empty() : OptionalInt.of(width), OptionalInt.empty());
    }

    static String scan(Path input, Terminal terminal, String format) {
        try {
            List<String> args = new ArrayList<>(List.of("scan", "--format", format));
            args.addAll(Files.readAllLines(input.resolve("arguments")));
            Prompt run = Prompt.run(terminal, args);
            // The version of the build changes; the shape does not.
            return run.out().replace("\"version\":\"" + Release.version() + "\"", "\"version\":\"VERSION\"") + "exit "
                    + run.code() + "\n";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(String name, String actual) throws IOException {
        Path came = Path.of("target/golden").resolve(name);
        Files.createDirectories(came.resolveSibling(""));
        Files.writeString(came, actual);
        // These formats are for programs, and one file is for both languages.
        Path expected = FOLDER.resolve("output")
                .resolve(name.replaceFirst("(json|sarif|cyclonedx)\\.(en|ja)\\.txt$", "$1.txt"));
        assertThat(actual).as("%s came as %s", name, came).isEqualTo(Files.readString(expected));
    }
}
