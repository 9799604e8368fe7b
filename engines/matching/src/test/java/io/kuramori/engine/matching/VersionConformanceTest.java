package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.alpine.ApkOrder;
import io.kuramori.engine.matching.version.cran.CranOrder;
import io.kuramori.engine.matching.version.debian.DpkgOrder;
import io.kuramori.engine.matching.version.hackage.HackageOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.nuget.NugetOrder;
import io.kuramori.engine.matching.version.packagist.PackagistOrder;
import io.kuramori.engine.matching.version.pub.PubOrder;
import io.kuramori.engine.matching.version.pypi.PypiOrder;
import io.kuramori.engine.matching.version.rpm.RpmOrder;
import io.kuramori.engine.matching.version.rubygems.GemOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The version orders against lines `a < b` collected by others. A line with a text the order refuses is counted, never
/// passed over silently; the number of such lines is pinned, and so is the number of lines that an older tool wrote and
/// the ecosystem's own tool of today decides otherwise (Maven 3.9.6: 1 and 14, the very lines on which we differ;
/// Composer,
/// to which `ALPHA` and `BETA` are alpha and beta: 1).
final class VersionConformanceTest {

    private record Suite(String file, VersionOrder<?> order, int refused, int outdated) {}

    private static final String SEMANTIC = "google+osv-scalibr/semantic/testdata/";

    private static final List<Suite> SUITES = List.of(
            new Suite("semver-versions.txt", SemverOrder.INSTANCE, 0, 0),
            new Suite("maven-versions.txt", MavenOrder.INSTANCE, 0, 1),
            new Suite("maven-versions-generated.txt", MavenOrder.INSTANCE, 0, 14),
            new Suite("rubygems-versions.txt", GemOrder.INSTANCE, 2, 0),
            new Suite("rubygems-versions-generated.txt", GemOrder.INSTANCE, 0, 0),
            new Suite("nuget-versions.txt", NugetOrder.INSTANCE, 0, 0),
            new Suite("pypi-versions.txt", PypiOrder.INSTANCE, 7, 0),
            new Suite("pypi-versions-generated.txt", PypiOrder.INSTANCE, 49, 0),
            new Suite("packagist-versions.txt", PackagistOrder.INSTANCE, 5, 0),
            new Suite("packagist-versions-generated.txt", PackagistOrder.INSTANCE, 0, 1),
            new Suite("pub-versions.txt", PubOrder.INSTANCE, 0, 0),
            new Suite("cran-versions.txt", CranOrder.INSTANCE, 0, 0),
            new Suite("cran-versions-generated.txt", CranOrder.INSTANCE, 0, 0),
            new Suite("hackage-versions.txt", HackageOrder.INSTANCE, 0, 0),
            new Suite("debian-versions.txt", DpkgOrder.INSTANCE, 0, 0),
            new Suite("debian-versions-generated.txt", DpkgOrder.INSTANCE, 0, 0),
            new Suite("redhat-versions.txt", RpmOrder.INSTANCE, 0, 0),
            new Suite("alpine-versions.txt", ApkOrder.INSTANCE, 28, 0),
            new Suite("alpine-versions-generated.txt", ApkOrder.INSTANCE, 0, 0));

    @TestFactory
    Stream<DynamicTest> ordersAgreeWithTheLinesOfOthers() {
        return SUITES.stream()
                .flatMap(suite -> ConformanceData.file(SEMANTIC + suite.file).stream()
                        .map(file -> DynamicTest.dynamicTest(suite.file, () -> check(suite, file))));
    }

    @Test
    void saysWhenThereIsNoData() {
        if (ConformanceData.folder().isEmpty()) {
            System.out.println(ConformanceData.ABSENT);
        }
        assertThat(ConformanceData.ABSENT).contains("not run").contains("docs/conformance.md");
    }

    private static void check(Suite suite, Path file) throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int lines = 0;
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.strip().split(" ", -1);
            if (parts.length != 3 || line.startsWith("//") || line.startsWith("#")) {
                continue;
            }
            lines++;
            switch (compare(suite.order, parts[0], parts[2])) {
                case Refused ignored -> refused++;
                case Ordered(int sign) -> {
                    if (sign != "<=>".indexOf(parts[1]) - 1) {
                        wrong.add(line);
                    }
                }
            }
        }
        System.out.println(suite.file + ": " + lines + " lines, " + refused + " refused, " + wrong.size() + " wrong");
        assertThat(wrong).hasSize(suite.outdated);
        assertThat(refused).as("refused lines").isEqualTo(suite.refused);
        assertThat(lines).isPositive();
    }

    private sealed interface Comparison {}

    private record Ordered(int sign) implements Comparison {}

    private record Refused() implements Comparison {}

    private static <K extends Comparable<K>> Comparison compare(VersionOrder<K> order, String left, String right) {
        return order.parse(left) instanceof Parse.Parsed<K>(K l) && order.parse(right) instanceof Parse.Parsed<K>(K r)
                ? new Ordered(Integer.signum(l.compareTo(r)))
                : new Refused();
    }
}
