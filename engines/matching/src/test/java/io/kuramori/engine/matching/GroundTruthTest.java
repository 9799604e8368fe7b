package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Labels that people gave to meetings of a package and a vulnerability in real images, against what we answer. A label
/// says whether the image is affected, knowing things an advisory does not say (a distribution's patch, a package of
/// the
/// same name elsewhere); so each disagreement is listed with its reason, and neither figure may fall.
final class GroundTruthTest {

    private static final String LABELS = "anchore+vulnerability-match-labels/labels-with-local-advisory.ndjson";
    private static final double PRECISION = 0.897;
    private static final double RECALL = 0.956;

    @TestFactory
    Stream<DynamicTest> labels() {
        return ConformanceData.file(LABELS).stream()
                .map(file -> DynamicTest.dynamicTest("precision and recall", () -> check(file)));
    }

    private static void check(Path labels) {
        Map<String, Advisory> advisories = advisories();
        int truePositives = 0;
        int falsePositives = 0;
        int falseNegatives = 0;
        int trueNegatives = 0;
        Set<String> disagreements = new LinkedHashSet<>();
        for (String line : ConformanceData.lines(labels).toList()) {
            Node label = JsonRecords.document(line.getBytes(StandardCharsets.UTF_8));
            String truth = label.needText("label");
            if (truth.equals("??")) {
                continue;
            }
            boolean affected = affected(label, advisories);
            boolean expected = truth.equals("TP");
            truePositives += affected && expected ? 1 : 0;
            falsePositives += affected && !expected ? 1 : 0;
            falseNegatives += !affected && expected ? 1 : 0;
            trueNegatives += !affected && !expected ? 1 : 0;
            if (affected != expected) {
                disagreements.add((expected ? "missed " : "extra ") + label.needText("pkg") + " "
                        + label.needText("ver") + " " + String.join(" ", label.texts("advisories")));
            }
        }
        double precision = truePositives / (double) (truePositives + falsePositives);
        double recall = truePositives / (double) (truePositives + falseNegatives);
        System.out.printf(
                Locale.ROOT,
                "labels: precision %.4f, recall %.4f (%d agreed affected, %d agreed not, %d extra, %d missed)%n",
                precision,
                recall,
                truePositives,
                trueNegatives,
                falsePositives,
                falseNegatives);
        disagreements.forEach(one -> System.out.println("  " + one + ": " + LabelDisagreements.reason(one)));
        assertThat(precision).isGreaterThanOrEqualTo(PRECISION);
        assertThat(recall).isGreaterThanOrEqualTo(RECALL);
        assertThat(disagreements)
                .allSatisfy(one ->
                        assertThat(LabelDisagreements.reason(one)).as(one).isNotEmpty());
    }

    /// Whether any advisory the label names affects the package. Labels give the package by its last name or its whole;
    /// the advisory tells the rest. A package no advisory names is asked for in the advisory's own ecosystem.
    private static boolean affected(Node label, Map<String, Advisory> advisories) {
        String name = label.needText("pkg");
        String version = label.needText("ver");
        for (String id : label.texts("advisories")) {
            Advisory advisory = Objects.requireNonNull(advisories.get(id), id);
            Set<String> purls = new LinkedHashSet<>();
            for (AffectedPackage one : advisory.affected()) {
                one.key()
                        .ifPresent(key -> purls.add(
                                named(one, key, name)
                                        ? purl(key.type(), key.name(), version)
                                        : purl(key.type(), name, version)));
            }
            Matcher matcher = new Matcher(AdvisoryIndex.of(List.of(advisory)));
            for (String purl : purls) {
                if (matcher.match(Component.ofPurl(purl))
                                instanceof Matches.Evaluated(Component c, List<Answer> answers)
                        && answers.stream().anyMatch(Answer.Affected.class::isInstance)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean named(AffectedPackage one, PackageKey key, String name) {
        String whole = key.name();
        String last = whole.substring(whole.lastIndexOf('/') + 1);
        boolean artifactOnly = key.type().equals("maven") && last.equalsIgnoreCase(name);
        return artifactOnly || one.name().equalsIgnoreCase(name) || whole.equalsIgnoreCase(name);
    }

    private static String purl(String type, String name, String version) {
        List<String> segments = new ArrayList<>();
        for (String segment : name.replace(':', '/').split("/", -1)) {
            segments.add(encoded(segment));
        }
        return "pkg:" + type + "/" + String.join("/", segments) + "@" + encoded(version);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Advisory> advisories() {
        Map<String, Advisory> advisories = new HashMap<>();
        OsvReader reader = new OsvReader("osv");
        for (String name : List.of(
                "golang+vulndb/go-osv.ndjson",
                "pypa+advisory-database/pypi-osv.ndjson",
                "osv-mixed/osv-from-fixtures.ndjson")) {
            ConformanceData.file(name)
                    .ifPresent(file -> ConformanceData.lines(file).forEach(line -> {
                        if (reader.read(line.getBytes(StandardCharsets.UTF_8))
                                instanceof OsvResult.Accepted(Advisory advisory)) {
                            advisories.putIfAbsent(advisory.id(), advisory);
                        }
                    }));
        }
        return advisories;
    }
}
