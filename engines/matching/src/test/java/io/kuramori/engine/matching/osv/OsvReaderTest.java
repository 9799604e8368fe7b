package io.kuramori.engine.matching.osv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AffectedPackage;
import io.kuramori.engine.matching.Event;
import io.kuramori.engine.matching.Range;
import io.kuramori.engine.matching.severity.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsvReaderTest {

    private static OsvResult read(String json) {
        return new OsvReader("osv").read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Advisory accepted(String json) {
        OsvResult result = read(json);
        assertThat(result).isInstanceOf(OsvResult.Accepted.class);
        return ((OsvResult.Accepted) result).advisory();
    }

    @Test
    void readsAWholeAdvisory() {
        Advisory advisory = accepted("""
            {"schema_version": "1.7.3", "id": "T-1", "aliases": ["CVE-2020-1"], "upstream": ["X-1"],
             "modified": "2024-01-02T03:04:05.678Z", "withdrawn": "2024-02-02T00:00:00Z", "summary": "s", "details": "d",
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [{"package": {"ecosystem": "Maven", "name": "g:a", "purl": "pkg:maven/g/a"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.0"}, {"last_affected": "2"},
                 {"limit": "*"}], "database_specific": {"x": [1, {"y": null}]}}],
               "versions": ["0.9"], "ecosystem_specific": {"severity": 3}}],
             "database_specific": {"severity": "LOW"}, "credits": null}
            """);
        assertThat(advisory.aliases()).containsExactly("CVE-2020-1");
        assertThat(advisory.modified()).contains(Instant.parse("2024-01-02T03:04:05.678Z"));
        assertThat(advisory.withdrawn()).contains(Instant.parse("2024-02-02T00:00:00Z"));
        assertThat(advisory.severity().grade()).contains(Level.CRITICAL);
        AffectedPackage affected = advisory.affected().getFirst();
        assertThat(affected.key()).hasToString("Optional[pkg:maven/g/a]");
        assertThat(affected.versions()).containsExactly("0.9");
        assertThat(affected.ranges())
                .containsExactly(new Range(
                        Range.Kind.ECOSYSTEM,
                        List.of(
                                new Event.Introduced("0"),
                                new Event.Fixed("1.0"),
                                new Event.LastAffected("2"),
                                new Event.Limit("*"))));
    }

    @Test
    void keepsMaliciousPackagesApart() {
        assertThat(accepted("{\"id\": \"MAL-2024-1\"}").malicious()).isTrue();
        assertThat(accepted("{\"id\": \"GHSA-1\"}").malicious()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                       | ``                            | an object",
                "{}                                                       | ``                            | an advisory with an \"id\"",
                "{\"id\": 1}                                              | /id                           | a string",
                "{\"id\": \"a\", \"modified\": \"yesterday\"}             | /modified                     | an RFC 3339 time ending in Z",
                "{\"id\": \"a\", \"aliases\": [\"b\", 2]}                 | /aliases/1                    | a string",
                "{\"id\": \"a\", \"affected\": [{\"ranges\": [{\"type\": \"X\"}]}]} | /affected/0/ranges/0/type | SEMVER, ECOSYSTEM or GIT",
                "{\"id\": \"a\", \"affected\": [{\"ranges\": [{\"events\": []}]}]} | /affected/0/ranges/0 | a range with a \"type\"",
            })
    void saysWhereAndWhatWasExpected(String json, String pointer, String expected) {
        assertThat(read(json)).isInstanceOfSatisfying(OsvResult.Rejected.class, rejected -> {
            assertThat(rejected.pointer()).isEqualTo(pointer);
            assertThat(rejected.reason()).isEqualTo(expected);
            assertThat(rejected.line()).isEqualTo(1);
        });
    }

    @Test
    void refusesBrokenAndBottomlessDocuments() {
        assertThat(read("{\"id\": ")).isInstanceOf(OsvResult.Rejected.class);
        assertThat(read("{\"id\": \"a\"} {}")).isInstanceOf(OsvResult.Rejected.class);
        assertThat(read("{\"x\": " + "[".repeat(100_000))).isInstanceOf(OsvResult.Rejected.class);
        assertThat(read("")).isInstanceOf(OsvResult.Rejected.class);
    }
}
