package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FixesTest {

    /// Advisories are separated by `;`, the fixes of one by spaces.
    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "golang, v0.7.0, 0.13.0; 0.17.0; 0.8.0, 0.17.0, the highest of the lowest fixes",
        "npm, 1.9.0, 1.10.0; 1.9.1, 1.10.0, by the order of the ecosystem and not of letters",
        "npm, 1.2.0, 2.0.3 1.2.5, 1.2.5, of one advisory its lowest fix",
        "npm, 1.3.0, 2.0.3 1.2.5, 2.0.3, never one the component has passed",
        "golang, 1.18.0, 1.19.10 1.20.5; 1.19.11 1.20.6, 1.19.11, within a branch that both have fixed",
        "npm, 1.2.0, 1.2.5 2.0.3; 2.0.1, 2.0.3, not a version of a branch fixed only later",
        "npm, 1.2.0, 1.2.5 1.3.2 2.0.3; 1.3.1, 1.3.2, the fix of the branch it leads to",
        "npm, 1.2.0, 1.4.9 1.6.2; 1.5.0, 1.6.2, beyond a branch of which nothing is told",
        "npm, 1.2.0, 1.2.5 3.0.0; 1.3.0, 1.3.0, nearer to the fix before",
        "deb, 1:1.0-1, 1:1.0-2; 0:9.0-1 1:1.0-1+deb12u1, 1:1.0-2, with epochs",
        "npm, 1.0.0, 2.0.0 oops, 2.0.0, a fix that cannot be read is passed over",
    })
    void settles(String type, String installed, String fixed, String expected, String why) {
        assertThat(Fixes.settling(type, installed, advisories(fixed))).as(why).contains(expected);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "npm, 1.0.0, 2.0.0;, one has no fix",
        "npm, 3.0.0, 2.0.0, the fix lies behind",
        "npm, main, 2.0.0, the component's version is none",
        "none, 1.0.0, 2.0.0, the type is not known",
        "npm, 1.0.0, oops, no fix can be read",
    })
    void saysNothingRatherThanTooMuch(String type, String installed, String fixed, String why) {
        assertThat(Fixes.settling(type, installed, advisories(fixed))).as(why).isEmpty();
    }

    @ParameterizedTest
    @CsvSource("npm, 1.0.0")
    void withoutAdvisoriesNothingIsToBeSettled(String type, String installed) {
        assertThat(Fixes.settling(type, installed, List.of())).isEmpty();
    }

    private static List<List<String>> advisories(String fixed) {
        return Stream.of(fixed.split(";", -1))
                .map(versions -> Stream.of(versions.strip().split(" ", -1))
                        .filter(version -> !version.isEmpty())
                        .toList())
                .toList();
    }
}
