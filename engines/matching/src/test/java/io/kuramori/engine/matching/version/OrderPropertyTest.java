package io.kuramori.engine.matching.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Random versions: every order is total and agrees with equality. Three orders are so only where their own tools are:
/// Conan's where numbers do not meet words, Arch Linux's where each version has a release, Maven's where one
/// word at most stands behind the numbers (Maven 3.9.11 itself has `1beta00b` < `1.0` < `1.Aa.b` < `1beta00b`).
final class OrderPropertyTest {

    private static final long SEED = 20261124;
    private static final int VERSIONS = 160;
    private static final String[] PARTS = {
        "0",
        "1",
        "2",
        "9",
        "10",
        "00",
        "01",
        "100000000000000000000",
        ".",
        ".",
        ".",
        "-",
        "_",
        "+",
        "~",
        "^",
        ":",
        "a",
        "b",
        "A",
        "alpha",
        "beta",
        "rc",
        "pre",
        "dev",
        "post",
        "p",
        "SNAPSHOT",
        "-r1",
        "_p1",
        "_alpha",
        "1:",
        ".0",
        ".1"
    };

    @TestFactory
    Stream<DynamicTest> everyOrderIsTotal() {
        return Orders.all().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("datetime"))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(entry.getValue(), versions(entry.getKey(), entry.getValue()))));
    }

    private static <K extends Comparable<K>> void check(VersionOrder<K> order, List<String> versions) {
        List<K> keys = new ArrayList<>();
        for (String version : versions) {
            keys.add(((Parse.Parsed<K>) order.parse(version)).key());
        }
        int[][] signs = new int[keys.size()][keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < keys.size(); j++) {
                signs[i][j] = Integer.signum(keys.get(i).compareTo(keys.get(j)));
                assertThat(signs[i][j] == 0)
                        .as("seed %d: %s equals %s", SEED, versions.get(i), versions.get(j))
                        .isEqualTo(keys.get(i).equals(keys.get(j)));
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < keys.size(); j++) {
                assertThat(signs[i][j])
                        .as("seed %d: %s and %s", SEED, versions.get(i), versions.get(j))
                        .isEqualTo(-signs[j][i]);
                for (int k = 0; k < keys.size(); k++) {
                    if (signs[i][j] <= 0 && signs[j][k] <= 0 && signs[i][k] > 0) {
                        throw new AssertionError("seed " + SEED + ": " + versions.get(i) + " <= " + versions.get(j)
                                + " <= " + versions.get(k));
                    }
                }
            }
        }
        assertThat(keys).hasSize(VERSIONS);
    }

    private static List<String> versions(String name, VersionOrder<?> order) {
        Random random = new Random(SEED);
        List<String> versions = new ArrayList<>();
        while (versions.size() < VERSIONS) {
            StringBuilder version = new StringBuilder(random.nextInt(4) == 0 ? "" : "1");
            for (int i = random.nextInt(7); i >= 0; i--) {
                version.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String text = version.toString();
            boolean within = switch (name) {
                case "arch" -> text.matches(".*[^-]-[^-]+");
                case "conan" -> text.matches("[0-9.]+(-[a-z]+)?");
                case "maven" -> text.matches("[0-9]+(\\.[0-9]+)*(-?[a-zA-Z]+[0-9]*)?(-[0-9]+)?");
                default -> true;
            };
            if (within && order.parse(text) instanceof Parse.Parsed<?>) {
                versions.add(text);
            }
        }
        return versions;
    }
}
