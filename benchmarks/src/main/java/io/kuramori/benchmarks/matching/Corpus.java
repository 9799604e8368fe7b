package io.kuramori.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Makes advisories as their sources write them, one JSON document each; the same for the same seed.
final class Corpus {

    private static final String WORDS =
            "a flaw in the handling of crafted requests lets a remote attacker read memory ";

    private final Random random;
    private final int size;

    Corpus(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
    }

    /// How many package names advisories of a shape are about.
    static int names(Shape shape, int size) {
        return Math.max(10, (int) ((long) size * shape.weight / 100 / shape.perName));
    }

    /// The name an advisory is about: one in fifty is about the one of which all the world finds weaknesses, the rest
    /// unevenly, the first names having a few dozen each.
    private int name(Shape shape) {
        int names = names(shape, size);
        if (random.nextInt(50) == 0) {
            return 0;
        }
        double even = random.nextDouble();
        return (int) Math.min(names - 1L, (long) (names * even * even));
    }

    /// The advisories of one shape.
    List<String> of(Shape shape) {
        int count = (int) ((long) size * shape.weight / 100);
        List<String> documents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            documents.add(
                    switch (shape) {
                        case CVE -> cve(shape, i);
                        case NVD -> nvd(shape, i);
                        default -> osv(shape, i);
                    });
        }
        return documents;
    }

    private String osv(Shape shape, int number) {
        StringBuilder json = new StringBuilder(2048);
        json.append("{\"schema_version\":\"1.7.0\",\"id\":\"GEN-")
                .append(shape)
                .append('-')
                .append(number)
                .append("\",\"modified\":\"2026-05-04T03:02:01Z\",\"aliases\":[\"CVE-2026-")
                .append(10_000 + number)
                .append("\"],\"summary\":\"")
                .append(text(60))
                .append("\",\"details\":\"")
                .append(text(shape.details.draw(random)))
                .append(
                        "\",\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N\"}],")
                .append("\"affected\":[");
        int affected = shape.affected.draw(random);
        int first = name(shape);
        for (int i = 0; i < affected; i++) {
            json.append(i == 0 ? "" : ",");
            affected(shape, (first + i) % names(shape, size), json);
        }
        return json.append("],\"references\":[{\"type\":\"WEB\",\"url\":\"https://acme.example/a/")
                .append(number)
                .append("\"},{\"type\":\"FIX\",\"url\":\"https://acme.example/c/")
                .append(number)
                .append("\"}]}")
                .toString();
    }

    private void affected(Shape shape, int name, StringBuilder json) {
        json.append("{\"package\":{\"ecosystem\":\"")
                .append(shape.ecosystem)
                .append("\",\"name\":\"")
                .append(Fleet.osvName(shape, name))
                .append("\"},\"ranges\":[");
        for (int i = shape.ranges.draw(random); i > 0; i--) {
            json.append("{\"type\":\"")
                    .append(shape == Shape.GO || shape == Shape.CRATES ? "SEMVER" : "ECOSYSTEM")
                    .append("\",\"events\":[");
            events(shape, json);
            json.append(i > 1 ? "]}," : "]}");
        }
        json.append("],\"versions\":[");
        for (int i = shape.versions.draw(random); i > 0; i--) {
            json.append('"').append(Names.version(random, shape)).append(i > 1 ? "\"," : "\"");
        }
        json.append("]}");
    }

    /// Introduced and fixed by turns, upwards; most begin with the beginning.
    private void events(Shape shape, StringBuilder json) {
        int count = shape.events.draw(random);
        boolean beginning = random.nextInt(10) < 7;
        TreeSet<String> versions = new TreeSet<>();
        while (versions.size() < count) {
            versions.add(Names.version(random, shape));
        }
        json.append("{\"introduced\":\"")
                .append(beginning ? "0" : versions.first())
                .append("\"}");
        boolean fixed = true;
        int at = 0;
        for (String version : versions) {
            if (at++ > 0 || beginning) {
                json.append(",{\"")
                        .append(fixed ? "fixed" : "introduced")
                        .append("\":\"")
                        .append(version)
                        .append("\"}");
                fixed = !fixed;
            }
        }
    }

    private String cve(Shape shape, int number) {
        StringBuilder json = new StringBuilder(2048);
        json.append("{\"dataType\":\"CVE_RECORD\",\"dataVersion\":\"5.1\",\"cveMetadata\":{\"cveId\":\"CVE-2027-")
                .append(10_000 + number)
                .append(
                        "\",\"state\":\"PUBLISHED\"},\"containers\":{\"cna\":{\"descriptions\":[{\"lang\":\"en\",\"value\":\"")
                .append(text(shape.details.draw(random)))
                .append("\"}],\"affected\":[");
        int affected = shape.affected.draw(random);
        for (int i = 0; i < affected; i++) {
            int name = name(shape);
            json.append(i == 0 ? "" : ",")
                    .append("{\"vendor\":\"")
                    .append(Fleet.vendor(name))
                    .append("\",\"product\":\"")
                    .append(Names.of(name))
                    .append("\",\"defaultStatus\":\"unaffected\",\"versions\":[");
            for (int j = shape.ranges.draw(random); j > 0; j--) {
                json.append("{\"status\":\"affected\",\"version\":\"")
                        .append(j % 3 == 0 ? Names.version(random, shape) : "0")
                        .append("\",\"lessThan\":\"")
                        .append(Names.version(random, shape))
                        .append("\",\"versionType\":\"")
                        .append(j % 2 == 0 ? "semver" : "custom")
                        .append(j > 1 ? "\"}," : "\"}");
            }
            json.append("]}");
        }
        return json.append("]}}}").toString();
    }

    private String nvd(Shape shape, int number) {
        StringBuilder json = new StringBuilder(2048);
        json.append("{\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2025-")
                .append(10_000 + number)
                .append("\",\"sourceIdentifier\":\"cve@acme.example\",\"published\":\"2025-05-04T03:02:01.000\",")
                .append("\"lastModified\":\"2025-05-04T03:02:01.000\",\"vulnStatus\":\"Analyzed\",")
                .append("\"descriptions\":[{\"lang\":\"en\",\"value\":\"")
                .append(text(shape.details.draw(random)))
                .append("\"}],\"metrics\":{\"cvssMetricV31\":[{\"source\":\"nvd@nist.gov\",\"type\":\"Primary\",")
                .append(
                        "\"cvssData\":{\"version\":\"3.1\",\"vectorString\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N\",")
                .append("\"attackVector\":\"NETWORK\",\"attackComplexity\":\"LOW\",\"privilegesRequired\":\"NONE\",")
                .append("\"userInteraction\":\"NONE\",\"scope\":\"UNCHANGED\",\"confidentialityImpact\":\"HIGH\",")
                .append("\"integrityImpact\":\"NONE\",\"availabilityImpact\":\"NONE\",\"baseScore\":7.5,")
                .append("\"baseSeverity\":\"HIGH\"},\"exploitabilityScore\":3.9,\"impactScore\":3.6}]},")
                .append("\"weaknesses\":[{\"source\":\"nvd@nist.gov\",\"type\":\"Primary\",\"description\":")
                .append("[{\"lang\":\"en\",\"value\":\"CWE-125\"}]}],\"references\":[],\"configurations\":[");
        int configurations = shape.affected.draw(random);
        for (int i = 0; i < configurations; i++) {
            boolean runningOn = random.nextInt(100) < 12;
            json.append(i == 0 ? "{" : ",{")
                    .append(runningOn ? "\"operator\":\"AND\"," : "")
                    .append("\"nodes\":[");
            node(shape, name(shape), json);
            if (runningOn) {
                json.append(",{\"operator\":\"OR\",\"negate\":false,\"cpeMatch\":[{\"vulnerable\":false,\"criteria\":")
                        .append("\"cpe:2.3:o:acme:platform_")
                        .append(random.nextInt(5))
                        .append(":-:*:*:*:*:*:*:*\",\"matchCriteriaId\":\"00000000-0000-0000-0000-000000000000\"}]}");
            }
            json.append("]}");
        }
        return json.append("]}}]}").toString();
    }

    private void node(Shape shape, int name, StringBuilder json) {
        json.append("{\"operator\":\"OR\",\"negate\":false,\"cpeMatch\":[");
        for (int j = shape.ranges.draw(random); j > 0; j--) {
            boolean exact = random.nextInt(3) > 0 && j > 1;
            json.append("{\"vulnerable\":true,\"criteria\":\"")
                    .append(Fleet.cpe(name, exact ? Names.version(random, shape) : "*")
                            .replace("\\", "\\\\"))
                    .append('"');
            if (!exact) {
                json.append(",\"versionEndExcluding\":\"")
                        .append(Names.version(random, shape))
                        .append('"');
            }
            json.append(",\"matchCriteriaId\":\"")
                    .append(new java.util.UUID(random.nextLong(), random.nextLong()))
                    .append(j > 1 ? "\"}," : "\"}");
        }
        json.append("]}");
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length + WORDS.length());
        while (text.length() < length) {
            text.append(WORDS);
        }
        text.setLength(length);
        return text.toString().strip();
    }
}
