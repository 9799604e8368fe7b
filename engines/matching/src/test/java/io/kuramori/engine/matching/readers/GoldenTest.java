package io.kuramori.engine.matching.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.csaf.CsafReader;
import io.kuramori.engine.matching.cve.CveReader;
import io.kuramori.engine.matching.ghsa.GhsaReader;
import io.kuramori.engine.matching.jvn.JvnRssReader;
import io.kuramori.engine.matching.jvn.VuldefReader;
import io.kuramori.engine.matching.nvd.NvdReader;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file under `input` is read by the reader its folder names, and what comes of it, errors too, stands in the file
/// of the same name under `output`. What came stands under `target/golden`, to be compared and, when right, kept.
public final class GoldenTest {

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        Path input = folder("input");
        try (Stream<Path> files = Files.walk(input)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(found).hasSizeGreaterThan(20);
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(input.relativize(file).toString(), () -> check(input, file)));
        }
    }

    private static void check(Path input, Path file) throws IOException {
        String relative = input.relativize(file).toString();
        String format =
                Objects.requireNonNull(input.relativize(file).getName(0)).toString();
        String actual = results(format, Files.readAllBytes(file)).stream()
                .map(GoldenTest::line)
                .collect(Collectors.joining("\n", "", "\n"));
        Path came = Path.of("target/golden").resolve(relative + ".txt");
        Files.createDirectories(Objects.requireNonNull(came.getParent()));
        Files.writeString(came, actual);
        Path expected = folder("output").resolve(relative + ".txt");
        assertThat(actual).as("%s came as %s", relative, came).isEqualTo(Files.readString(expected));
    }

    public static List<AdvisoryResult> results(String format, byte[] document) {
        if (format.equals("osv")) {
            return switch (new OsvReader("osv").read(document)) {
                case OsvResult.Accepted(Advisory advisory) -> List.of(new AdvisoryResult.Accepted(advisory));
                case OsvResult.Rejected(String pointer, int line, int column, String reason) ->
                    List.of(new AdvisoryResult.Rejected(pointer, line, column, reason));
            };
        }
        AdvisoryReader reader = switch (format) {
            case "cve" -> new CveReader("cve");
            case "nvd" -> new NvdReader("nvd");
            case "ghsa" -> new GhsaReader("ghsa");
            case "csaf" -> new CsafReader("csaf");
            case "vuldef" -> new VuldefReader("jvndb");
            case "jvnrss" -> new JvnRssReader("jvndb");
            default -> throw new IllegalArgumentException(format);
        };
        return reader.read(document);
    }

    private static String line(AdvisoryResult result) {
        return switch (result) {
            case AdvisoryResult.Rejected(String pointer, int line, int column, String expected) ->
                "refused at " + pointer + " (" + line + ":" + column + "): expected " + expected;
            case AdvisoryResult.Accepted(Advisory advisory) ->
                "read " + advisory.id() + " aliases " + advisory.aliases() + " withdrawn "
                        + advisory.withdrawn().isPresent() + " "
                        + advisory.severity().grade().map(Enum::name).orElse("unscored")
                        + advisory.affected().stream().map(one -> "\n  " + one).collect(Collectors.joining())
                        + advisory.products().stream().map(one -> "\n  " + one).collect(Collectors.joining())
                        + advisory.applicability().stream()
                                .map(one -> "\n  " + one)
                                .collect(Collectors.joining());
        };
    }

    public static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/advisories/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
