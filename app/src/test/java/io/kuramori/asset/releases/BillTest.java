package io.kuramori.asset.releases;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The same components in another order are the same bill.
final class BillTest {

    private static final String PURL = "pkg:npm/vault@1.0";
    private static final String VERSIONED = "cpe:2.3:a:acme:vault:1.0:*:*:*:*:*:*:*";
    private static final String ANY_VERSION = "cpe:2.3:a:acme:vault:*:*:*:*:*:*:*:*";
    private static final String OLD_FORM = "cpe:/a:acme:vault:1.0";
    private static final int ORDERS = 200;

    private static final List<String> PARTS = List.of(
            named(PURL, ANY_VERSION),
            named(PURL, VERSIONED),
            named(PURL, OLD_FORM),
            named(PURL, "cpe:nonsense"),
            "{\"name\":\"vault\",\"purl\":\"" + PURL + "\"}",
            "{\"name\":\"door\",\"version\":\"2\",\"cpe\":\"" + OLD_FORM + "\"}",
            "{\"name\":\"door\",\"version\":\"2\"}");

    @Test
    void theOrderOfItsComponentsChangesNothing() throws IOException, SbomRefused {
        Map<String, List<String>> expected = Map.of(
                PURL,
                List.of(OLD_FORM, ANY_VERSION, VERSIONED),
                OLD_FORM + " door@2",
                List.of(OLD_FORM),
                "name:door@2",
                List.of());
        for (int seed = 0; seed < ORDERS; seed++) {
            var shuffled = new ArrayList<>(PARTS);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(cpes(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void sayingItTwiceChangesNothing() throws IOException, SbomRefused {
        var twice = new ArrayList<>(PARTS);
        twice.addAll(PARTS);
        assertThat(cpes(twice)).isEqualTo(cpes(PARTS));
    }

    private static Map<String, List<String>> cpes(List<String> parts) throws IOException, SbomRefused {
        String document = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
                + String.join(",", parts) + "]}";
        return Bill.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))).components().stream()
                .collect(toMap(ComponentRepository.Identity::identity, ComponentRepository.Identity::cpes));
    }

    private static String named(String purl, String cpe) {
        return "{\"name\":\"vault\",\"purl\":\"" + purl + "\",\"cpe\":\"" + cpe + "\"}";
    }
}
