package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.kuramori.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written for other programs holds to their published schemas: SARIF 2.1.0 as OASIS gives it, CycloneDX 1.6
/// with its SPDX licences and signatures. Nothing is fetched; both stand in artifacts of the tests.
final class ReportSchemaTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaIdResolvers(resolvers -> resolvers.mappings(Map.of(
                            "http://cyclonedx.org/schema/bom-1.6.schema.json", "classpath:bom-1.6.schema.json",
                            "http://cyclonedx.org/schema/spdx.schema.json", "classpath:spdx.schema.json",
                            "http://cyclonedx.org/schema/jsf-0.82.schema.json", "classpath:jsf-0.82.schema.json"))));
    private static final Schema SARIF =
            SCHEMAS.getSchema(SchemaLocation.of("classpath:schema/sarif-schema-2.1.0.json"));
    private static final Schema CYCLONEDX =
            SCHEMAS.getSchema(SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));

    private static String report(String name, String format) {
        String output = ScanGoldenTest.scan(Path.of("src/test/resources/scans/input", name), Terminal.none(), format);
        return output.substring(0, output.lastIndexOf("exit "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "clean", "hostile"})
    void sarif(String scan) {
        assertThat(SARIF.validate(report(scan, "sarif"), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "clean", "hostile"})
    void cycloneDx(String scan) {
        assertThat(CYCLONEDX.validate(report(scan, "cyclonedx"), InputFormat.JSON))
                .isEmpty();
    }

    /// A schema that says yes to all would prove nothing.
    @Test
    void theSchemasRefuseWhatIsWrong() {
        String sarif = report("mixed", "sarif");
        assertThat(SARIF.validate(sarif.replace("\"kind\":\"fail\"", "\"kind\":\"bad\""), InputFormat.JSON))
                .extracting(Error::getKeyword)
                .contains("enum");
        assertThat(SARIF.validate(sarif.replace("T04:05", "X04:05"), InputFormat.JSON))
                .extracting(Error::getKeyword)
                .contains("format");
        String vdr = report("mixed", "cyclonedx");
        assertThat(CYCLONEDX.validate(vdr.replace("urn:uuid:", "urn:"), InputFormat.JSON))
                .extracting(Error::getKeyword)
                .contains("pattern");
        assertThat(CYCLONEDX.validate(vdr.replace("\"state\":\"", "\"state\":\"not "), InputFormat.JSON))
                .extracting(Error::getKeyword)
                .contains("enum");
    }

    @Test
    void eachReportHasItsOwnSerialNumber() {
        List<String> numbers =
                List.of(report("mixed", "cyclonedx"), report("clean", "cyclonedx"), report("hostile", "cyclonedx"));
        assertThat(numbers.stream().map(each -> each.replaceAll("(?s).*\"serialNumber\":\"([^\"]+)\".*", "$1")))
                .doesNotHaveDuplicates()
                .allMatch(number ->
                        number.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(report("mixed", "cyclonedx")).isEqualTo(numbers.getFirst());
    }
}
