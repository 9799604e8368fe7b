package io.kuramori.engine.matching.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CvssTest {

    private static final String V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
    private static final String V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final String V2 = "AV:N/AC:L/Au:N/C:C/I:C/A:C";

    private static Cvss read(String vector) {
        return ((Cvss.Read) Cvss.parse(vector)).cvss();
    }

    @ParameterizedTest
    @CsvSource({
        V4 + ", CVSS-B, 9.3, 9.3",
        V4 + "/E:U, CVSS-BT, 9.3, 8.1",
        V4 + "/MAV:P, CVSS-BE, 9.3, 7.0",
        V4 + "/E:P/CR:L/IR:L/AR:L, CVSS-BTE, 9.3, 7.9",
        V4 + "/E:X/CR:X/U:Red/AU:Y, CVSS-B, 9.3, 9.3",
        V3 + ", CVSS-B, 9.8, 9.8",
        V3 + "/E:U, CVSS-BT, 9.8, 9.0",
        V3 + "/E:U/MAV:P, CVSS-BTE, 9.8, 6.2",
        V2 + ", CVSS-B, 10.0, 10.0",
        V2 + "/E:U/RL:OF/RC:C, CVSS-BT, 10.0, 7.4",
        V2 + "/TD:L, CVSS-BE, 10.0, 2.5",
    })
    void namesWhatTheScoreCounts(String vector, String nomenclature, double base, double overall) {
        Cvss cvss = read(vector);
        assertThat(cvss.nomenclature()).isEqualTo(nomenclature);
        assertThat(cvss.base()).isEqualTo(base);
        assertThat(cvss.overall()).isEqualTo(overall);
    }

    @Test
    void supplementalMetricsAreToldAndNeverScored() {
        Cvss4 cvss = (Cvss4) read(V4 + "/S:P/AU:Y/R:X/U:Amber");
        assertThat(cvss.supplemental()).isEqualTo(Map.of("S", "P", "AU", "Y", "U", "Amber"));
        assertThat(cvss.overall()).isEqualTo(read(V4).overall());
        assertThat(cvss.macroVector()).isEqualTo("000200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                V4 + "/E:Q              | E:Q  | one of X, A, P, U",
                V4 + "/SI:S             | SI:S | one of H, L, N",
                V4 + "/U:red            | U:red | one of X, Clear, Green, Amber, Red",
                V4 + "/Z:1              | Z:1  | a metric of this version and its value",
                V4 + "/                 | ''   | a metric of this version and its value",
                V4 + "/AV:N             | AV:N | each metric once",
                "CVSS:4.0/AV:N          | ''   | the metric AC",
                V3 + "/MAV:Z            | MAV:Z | one of X, N, A, L, P",
                "CVSS:3.2/AV:N          | ''   | 'a vector of CVSS 2.0, 3.0, 3.1 or 4.0'",
                "AV:N/AC:L/Au:N/C:C/I:C | ''   | the metric A",
                "AV:N/AC:L/Au:N/C:C/I:C/A:X | A:X | one of N, P, C",
                "words                  | ''   | 'a vector of CVSS 2.0, 3.0, 3.1 or 4.0'",
            })
    void saysWhatIsWrong(String vector, String at, String expected) {
        assertThat(Cvss.parse(vector)).isEqualTo(new Cvss.Malformed(at, expected));
    }

    @Test
    void refusesEndlessVectors() {
        assertThat(Cvss.parse(V4 + "/E:X".repeat(200))).isInstanceOf(Cvss.Malformed.class);
    }
}
