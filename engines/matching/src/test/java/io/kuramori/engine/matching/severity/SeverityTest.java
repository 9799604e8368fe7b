package io.kuramori.engine.matching.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeverityTest {

    private static final String V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8, CRITICAL",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0, CRITICAL",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1, MEDIUM",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8, HIGH",
        "CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H, 5.9, MEDIUM",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0, NONE",
        "AV:N/AC:L/Au:N/C:C/I:C/A:C, 10.0, CRITICAL",
        "AV:N/AC:L/Au:N/C:N/I:N/A:C, 7.8, HIGH",
        "(AV:L/AC:H/Au:N/C:C/I:C/A:C), 6.2, MEDIUM",
    })
    void scoresBaseVectors(String vector, double score, Level level) {
        assertThat(Severity.of(List.of(vector), null)).isInstanceOfSatisfying(Severity.Scored.class, scored -> {
            assertThat(scored.score()).isEqualTo(score);
            assertThat(scored.level()).isEqualTo(level);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
        "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/",
        "nonsense",
    })
    void anIncompleteVectorHasNoScore(String vector) {
        assertThat(Severity.of(List.of(vector), null)).isEqualTo(new Severity.Unscored(List.of(vector)));
    }

    @Test
    void theNewestVersionCounts() {
        assertThat(Severity.of(
                        List.of("AV:N/AC:L/Au:N/C:C/I:C/A:C", V4, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                        null))
                .isEqualTo(new Severity.Scored(V4, "CVSS:4.0", 9.3, Level.CRITICAL));
    }

    @Test
    void fallsBackToTheLabelAndThenToUnscored() {
        String broken = V4 + "/SA:N";
        assertThat(Severity.of(List.of(broken), "MODERATE")).isEqualTo(new Severity.Labelled("MODERATE", Level.MEDIUM));
        assertThat(Severity.of(List.of(broken), "soon")).isEqualTo(new Severity.Unscored(List.of(broken)));
        assertThat(Severity.of(List.of(), null).grade()).isEmpty();
    }
}
