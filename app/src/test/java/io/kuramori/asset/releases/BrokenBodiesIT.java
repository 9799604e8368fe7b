package io.kuramori.asset.releases;

import static io.kuramori.SignedInHouse.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.Machine;
import io.kuramori.SignedInHouse;
import io.kuramori.asset.SbomInbox;
import io.kuramori.identity.ApiPermission;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a program sends that is no bill: told with its place, and nothing has changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenBodiesIT {

    private SignedInHouse house;
    private Machine pipeline;
    private String release = "";

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        pipeline = Machine.of(house, "夜間ビルド", BANK, ApiPermission.SBOM_SEND, ApiPermission.RELEASES_ADD);
        var made = pipeline.form(
                "/dtrack/api/v1/bom",
                "projectName",
                "窓口",
                "projectVersion",
                "1",
                "autoCreate",
                "true",
                "bom",
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"name\":\"first\"}]}");
        release = Machine.json(made).path("projectUuid").asString();
        pipeline.ended("/api/v1/sboms/" + Machine.json(made).path("token").asString());
    }

    @AfterAll
    void stop() {
        house.close();
    }

    static Stream<Map.Entry<String, byte[]>> bodies() {
        return BrokenBodies.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isToldWithItsPlaceAndChangesNothing(Map.Entry<String, byte[]> body) {
        var before = everything();

        var raw = pipeline.send(
                "POST",
                "/api/v1/releases/" + release + "/sbom",
                BodyPublishers.ofByteArray(body.getValue()),
                "Accept-Language",
                "en");
        assertThat(raw.statusCode()).as("%s: %s", body.getKey(), raw.body()).isEqualTo(400);
        assertLocated(raw);

        var base64 = pipeline.put(
                "/dtrack/api/v1/bom",
                "{\"projectName\":\"新\",\"projectVersion\":\"1\",\"autoCreate\":true,\"bom\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(body.getValue())));
        assertThat(base64.statusCode()).isEqualTo(400);
        assertThat(Machine.json(base64).path("errors").path(0).asString()).isNotBlank();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void oneByteOverTheLimitIsRefusedWhileItComes() {
        var before = everything();
        assertThat(pipeline.send("POST", "/api/v1/releases/" + release + "/sbom", spaces(SbomInbox.LARGEST + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(everything()).isEqualTo(before);
    }

    private static void assertLocated(HttpResponse<String> answer) {
        var problem = Machine.json(answer).path("problems").path(0);
        assertThat(problem.path("detail").asString()).startsWith("SBOM");
        assertThat(problem.path("expected").asString()).isNotBlank();
        assertThat(problem.path("line").asInt() > 0
                        || !problem.path("pointer").asString().isEmpty())
                .as(answer.body())
                .isTrue();
    }

    /// How many rows there are of whatever a bill can change.
    private String everything() {
        var counts = new AtomicReference<>("");
        house.write(
                "count", jdbc -> counts.set(jdbc.sql("""
                        select concat_ws(' ', (select count(*) from asset.sbom), (select count(*) from asset.sbom_ticket),
                            (select count(*) from asset.release), (select count(*) from asset.software),
                            (select count(*) from asset.component), (select count(*) from asset.release_component),
                            (select count(*) from vulnerability.finding), (select count(*) from work.job),
                            (select count(*) from journal.entry where kind <> 'batch'))
                        """).query(String.class).single()));
        return counts.get();
    }

    private static java.net.http.HttpRequest.BodyPublisher spaces(long size) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(left, length);
                java.util.Arrays.fill(into, offset, offset + some, (byte) ' ');
                left -= some;
                return some;
            }
        });
    }
}
