package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/security/asvs.md says nothing that is not there: every test it names exists, every requirement has an answer.
final class AsvsTest {

    private static final Path FILE = Path.of("../docs/security/asvs.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Fuzz))(?:[.#](\\w+))?`");
    private static final Pattern SHORTENED = Pattern.compile("`[^`]*…[^`]*`");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.[^|]*) \\| ([^|]+) \\| ([^|]*) \\|");

    /// Of levels 1 and 2, by chapter; number after number as the standard has them.
    private static final List<String> ASKED = List.of(
            "8.1.1", "8.1.2", "8.2.1", "8.2.2", "8.2.3", "8.3.1", "8.4.1", "11.1.1", "11.1.2", "11.2.1", "11.2.2",
            "11.2.3", "11.3.1", "11.3.2", "11.3.3", "11.4.1", "11.4.2", "11.4.3", "11.4.4", "11.5.1", "11.6.1");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = tests();
        var missing = new ArrayList<String>();
        var named = NAMED.matcher(Files.readString(FILE));
        int found = 0;
        while (named.find()) {
            found++;
            var source = sources.get(Objects.requireNonNull(named.group(1)));
            var member = named.group(2);
            if (source == null || (member != null && !has(source, member))) {
                missing.add(named.group());
            }
        }

        assertThat(missing).isEmpty();
        assertThat(found).as("tests named").isGreaterThan(60);
    }

    @Test
    void namesAreWrittenOut() throws IOException {
        assertThat(SHORTENED.matcher(Files.readString(FILE)).results().map(each -> each.group()))
                .isEmpty();
    }

    @Test
    void everyRequirementHasOneAnswer() throws IOException {
        var answered = new ArrayList<String>();
        for (String line : Files.readAllLines(FILE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(row.group(3)).as(line).isNotBlank();
                for (String id : Objects.requireNonNull(row.group(1))
                        .replaceAll("\\(L3\\)", "")
                        .split(",", -1)) {
                    answered.add(id.strip());
                }
            }
        }

        assertThat(answered).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(answered)).containsAll(ASKED);
    }

    private static boolean has(String source, String member) {
        return Pattern.compile("(void|class) " + member + "\\b").matcher(source).find();
    }

    /// Sources of tests in all modules, by the name of their class.
    private static Map<String, String> tests() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(each -> each.toString().contains("/src/test/java/")
                            && each.toString().endsWith(".java"))
                    .toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
