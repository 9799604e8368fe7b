package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.alpine.ApkOrder;
import io.kuramori.engine.matching.version.arch.ArchOrder;
import io.kuramori.engine.matching.version.conan.ConanOrder;
import io.kuramori.engine.matching.version.datetime.DatetimeOrder;
import io.kuramori.engine.matching.version.gentoo.GentooOrder;
import io.kuramori.engine.matching.version.lexicographic.LexicographicOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.nuget.NugetOrder;
import io.kuramori.engine.matching.version.openssl.OpensslOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The version orders against the comparisons of the VERS specification's suite. Four of its Maven comparisons put
/// `2-1`
/// before `2.0.a` or `2.0.0.a`; Maven 3.9.6, 3.9.11 and 4.0.0-rc-4 themselves put it after, as we do.
final class VersComparisonConformanceTest {

    private record Suite(String file, VersionOrder<?> order, int tests, int wrong) {}

    private static final String FOLDER = "package-url+vers-spec/tests/";

    private static final List<Suite> SUITES = List.of(
            new Suite("alpine_version_cmp_test.json", ApkOrder.INSTANCE, 716, 0),
            new Suite("alpm_version_cmp_test.json", ArchOrder.INSTANCE, 42, 0),
            new Suite("conan_version_cmp_test.json", ConanOrder.INSTANCE, 47, 0),
            new Suite("datetime_version_cmp_test.json", DatetimeOrder.INSTANCE, 7, 0),
            new Suite("gentoo_version_cmp_test.json", GentooOrder.INSTANCE, 48, 0),
            new Suite("lexicographic-test.json", LexicographicOrder.INSTANCE, 8, 0),
            new Suite("maven_version_cmp_test.json", MavenOrder.INSTANCE, 977, 4),
            new Suite("nuget_version_cmp_test.json", NugetOrder.INSTANCE, 33, 0),
            new Suite("openssl_version_cmp_test.json", OpensslOrder.INSTANCE, 44, 0));

    @TestFactory
    Stream<DynamicTest> ordersAgreeWithTheSuite() {
        return SUITES.stream()
                .flatMap(suite -> ConformanceData.file(FOLDER + suite.file).stream()
                        .map(file -> DynamicTest.dynamicTest(suite.file, () -> check(suite, file))));
    }

    private static void check(Suite suite, Path file) throws IOException {
        List<Json> tests = Json.tests(file);
        List<String> wrong = new ArrayList<>();
        for (Json test : tests) {
            List<String> versions = test.get("input").get("versions").list().stream()
                    .map(Json::text)
                    .toList();
            boolean agrees = switch (test.get("test_type").text()) {
                case "equality" ->
                    Integer.valueOf(0).equals(compare(suite.order, versions.getFirst(), versions.getLast()))
                            == test.get("expected_output").isTrue();
                default -> ascending(suite.order, test.get("expected_output").list());
            };
            if (!agrees) {
                wrong.add(test.get("input").text() + " => "
                        + test.get("expected_output").text());
            }
        }
        System.out.println(suite.file + ": " + tests.size() + " tests, " + wrong.size() + " wrong");
        assertThat(wrong).hasSize(suite.wrong);
        assertThat(tests).hasSize(suite.tests);
    }

    private static boolean ascending(VersionOrder<?> order, List<Json> expected) {
        for (int i = 1; i < expected.size(); i++) {
            Integer sign =
                    compare(order, expected.get(i - 1).text(), expected.get(i).text());
            if (sign == null || sign > 0) {
                return false;
            }
        }
        return true;
    }

    private static <K extends Comparable<K>> @Nullable Integer compare(
            VersionOrder<K> order, String left, String right) {
        return order.parse(left) instanceof Parse.Parsed<K>(K l) && order.parse(right) instanceof Parse.Parsed<K>(K r)
                ? Integer.valueOf(Integer.signum(l.compareTo(r)))
                : null;
    }
}
