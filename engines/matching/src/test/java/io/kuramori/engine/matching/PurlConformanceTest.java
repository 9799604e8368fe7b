package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.purl.PackageUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Package URLs against purl-spec's own suite. Three of its 586 tests contradict others of it and are pinned here.
final class PurlConformanceTest {

    private static final int TESTS = 586;

    @TestFactory
    Stream<DynamicTest> packageUrlsAgreeWithTheSuite() {
        return ConformanceData.file("package-url+purl-spec/tests").stream()
                .map(folder -> DynamicTest.dynamicTest("purl-spec", () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        List<Json> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                tests.addAll(Json.tests(file));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Json test : tests) {
            String input = test.get("input").text();
            boolean refused = !(result(test) instanceof PackageUrl.Read);
            if (refused != test.get("expected_failure").isTrue() || (!refused && !agrees(test))) {
                wrong.add(test.get("test_type").text() + " " + input);
            }
        }
        System.out.println("purl-spec: " + tests.size() + " tests, " + wrong.size() + " wrong");
        assertThat(wrong)
                .containsExactlyInAnyOrder(
                        // Keys in upper case are refused here, and accepted in the tests of type maven.
                        "parse pkg:gem/jruby-launcher@1.1.2?Platform=java",
                        "parse pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25",
                        // Copied from type github; the definition of type git says that case matters.
                        "validate pkg:git/github/Package-url/purl-Spec@244fd47e07d1004f0aed9c");
        assertThat(tests).hasSize(TESTS);
    }

    private static PackageUrl.Result result(Json test) {
        Json input = test.get("input");
        return input.textOrNull() != null
                ? PackageUrl.parse(input.text(), PackageUrl.Rigour.STRICT)
                : PackageUrl.of(
                        input.get("type").textOrNull(),
                        input.get("namespace").textOrNull(),
                        input.get("name").textOrNull(),
                        input.get("version").textOrNull(),
                        input.get("qualifiers").texts(),
                        input.get("subpath").textOrNull());
    }

    private static boolean agrees(Json test) {
        PackageUrl url = ((PackageUrl.Read) result(test)).url();
        Json expected = test.get("expected_output");
        return expected.textOrNull() != null
                ? url.toString().equals(expected.text())
                : url.type().equals(expected.get("type").textOrNull())
                        && same(url.namespace(), expected.get("namespace"))
                        && same(url.name(), expected.get("name"))
                        && same(url.version(), expected.get("version"))
                        && url.qualifiers().equals(expected.get("qualifiers").texts())
                        && same(url.subpath(), expected.get("subpath"));
    }

    private static boolean same(@Nullable String part, Json expected) {
        return Objects.equals(part, expected.textOrNull());
    }
}
