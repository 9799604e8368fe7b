package io.kuramori.asset.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuramori.asset.sbom.SbomRejected.Cause;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"})
    void readsEveryKnownSpecification(String version) throws SbomRejected {
        assertThat(read("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"" + version + "\"}")
                        .specVersion())
                .isEqualTo(version);
    }

    @Test
    void findsNestedComponentsAndSaysWhereTheyStand() throws SbomRejected {
        var sbom = read("""
                {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"self"}},
                 "components":[{"name":"outer","components":[{"name":"inner","purl":"pkg:npm/inner@1"}]}]}""");
        assertThat(sbom.parts()).extracting(Sbom.Part::name).containsExactly("outer", "inner");
        assertThat(sbom.parts())
                .extracting(Sbom.Part::pointer)
                .containsExactly("/components/0", "/components/0/components/0");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(rejected("{\"bomFormat\":\"SPDX\",\"specVersion\":\"1.6\"}").problem())
                .isEqualTo(Cause.NOT_CYCLONEDX);
        assertThat(rejected("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"9.9\"}")
                        .pointer())
                .isEqualTo("/specVersion");
        assertThat(rejected("{\"bomFormat\":").problem()).isEqualTo(Cause.NOT_JSON);
        assertThat(rejected("[]").problem()).isEqualTo(Cause.WRONG_TYPE);
        var unnamed = rejected("""
                {"bomFormat":"CycloneDX","specVersion":"1.6",
                 "components":[{"name":"a"},
                  {"version":"2"}]}""");
        assertThat(unnamed.problem()).isEqualTo(Cause.NAME_MISSING);
        assertThat(unnamed.pointer()).isEqualTo("/components/1/name");
        assertThat(unnamed.line()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(rejected("{\"x\":" + "[".repeat(300) + "]".repeat(300) + "}").problem())
                .isEqualTo(Cause.TOO_DEEP);
    }

    private static SbomRejected rejected(String json) {
        return catchThrowableOfType(SbomRejected.class, () -> read(json));
    }

    private static Sbom read(String json) throws SbomRejected {
        return CycloneDxReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
