package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.vers.VersRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Version ranges against the VERS specification's suite. The tests we cannot agree with stand here with the reason.
final class VersRangeConformanceTest {

    /// @param excluded the inputs of the tests on which we differ
    private record Suite(String file, int tests, List<String> excluded) {}

    private static final String FOLDER = "package-url+vers-spec/tests/";

    private static final List<Suite> SUITES = List.of(
            new Suite("vers_canonical_parse_test.json", 12, List.of()),
            new Suite("pypi_range_validate_test.json", 19, List.of()),
            new Suite("pypi_range_containment_test.json", 10, List.of()),
            new Suite("npm_range_containment_test.json", 1, List.of()),
            new Suite("pypi_range_from_native_test.json", 3, List.of()),
            new Suite("gem_range_from_native_test.json", 1, List.of()),
            new Suite("nuget_range_from_native_test.json", 1, List.of()),
            new Suite("nginx_range_from_native_test.json", 4, List.of()),
            new Suite("openssl_range_from_native_test.json", 8, List.of()),
            new Suite("conan_range_from_native_basic_test.json", 20, List.of()),
            // No text at all becomes "vers:conan/", which is no VERS range; to Conan it is every version.
            new Suite("conan_range_from_native_test.json", 209, List.of("")),
            // node-semver itself reads these eight otherwise, as we do.
            new Suite(
                    "npm_range_from_native_test.json",
                    491,
                    List.of(
                            // A partial version is the end of its range, or all of it: <1.1.0, <2.2.0, >=2.1.0 <2.2.0.
                            "<= 1.0",
                            "<=2.1 >=1.1",
                            "2.1 || 2.6",
                            // An x after a comparator ends nothing: >=2.2.0, >=1.0.0.
                            ">= 2.2.x",
                            ">= 1.x",
                            // Comparators side by side hold together: >=5.0.3; and no version at all.
                            ">=5.0.3 >=4.2.1",
                            "1.1.2 1.2.2",
                            // The tilde goes to the next minor: <0.9.0.
                            ">= 0.2.0 <= 0.9.6 || ~0.8.0-pre")));

    @TestFactory
    Stream<DynamicTest> rangesAgreeWithTheSuite() {
        return SUITES.stream()
                .flatMap(suite -> ConformanceData.file(FOLDER + suite.file).stream()
                        .map(file -> DynamicTest.dynamicTest(suite.file, () -> check(suite, file))));
    }

    private static void check(Suite suite, Path file) throws IOException {
        List<Json> tests = Json.tests(file);
        List<String> wrong = new ArrayList<>();
        for (Json test : tests) {
            String given = given(test);
            String expected = test.get("expected_failure").isTrue()
                    ? "refused"
                    : test.get("expected_output").text();
            if (!given.equals(expected)) {
                Json input = test.get("input");
                wrong.add(
                        input.textOrNull() != null
                                ? input.text()
                                : input.get("native_range").text());
            }
        }
        System.out.println(suite.file + ": " + tests.size() + " tests, " + wrong.size() + " wrong");
        assertThat(wrong).containsExactlyInAnyOrderElementsOf(suite.excluded);
        assertThat(tests).hasSize(suite.tests);
    }

    /// What we give, in the words of the suite.
    private static String given(Json test) {
        Json input = test.get("input");
        return switch (test.get("test_type").text()) {
            case "parse" ->
                VersRange.parseCanonical(input.text()) instanceof VersRange.Read(VersRange range)
                        ? parts(range)
                        : "refused";
            case "containment" ->
                VersRange.parse(input.get("vers").text()) instanceof VersRange.Read(VersRange range)
                        ? String.valueOf(range.holds(input.get("version").text()) == VersRange.Holds.YES)
                        : "refused";
            case "from_native" ->
                words(VersRange.ofNative(
                        input.get("scheme").text(), input.get("native_range").text()));
            default -> words(VersRange.parse(input.text()));
        };
    }

    private static String parts(VersRange range) {
        List<List<String>> constraints = range.constraints().stream()
                .map(constraint -> List.of(constraint.comparator().sign(), constraint.version()))
                .toList();
        return "{scheme=" + range.scheme() + ", version_constraints=" + constraints + "}";
    }

    private static String words(VersRange.Result result) {
        return switch (result) {
            case VersRange.Read(VersRange range) -> range.toString();
            case VersRange.Malformed ignored -> "refused";
        };
    }
}
