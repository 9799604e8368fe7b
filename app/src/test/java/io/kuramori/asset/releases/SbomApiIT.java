package io.kuramori.asset.releases;

import static io.kuramori.SignedInHouse.BANK;
import static io.kuramori.SignedInHouse.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.Machine;
import io.kuramori.SignedInHouse;
import io.kuramori.evidence.Blobs;
import io.kuramori.identity.ApiPermission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A program sends a bill of materials, asks what became of it, and reads the ledger: over HTTP, with keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SbomApiIT {

    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
             {"name":"kinko","version":"1","purl":"pkg:npm/kinko@1","hashes":[{"alg":"SHA-256","content":"zz"}]},
             {"name":"kagi"}],
             "dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]}""";

    private SignedInHouse house;
    private Machine pipeline;
    private Machine reader;
    private Machine card;
    private int number;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        pipeline = Machine.of(house, "夜間ビルド", BANK, ApiPermission.SBOM_SEND);
        reader = Machine.of(house, "集計", BANK, ApiPermission.SYSTEMS_READ);
        card = Machine.of(house, "カードのビルド", CARD, ApiPermission.SBOM_SEND);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aBillIsReceivedAndTakenIn() throws IOException {
        var release = release(BANK.value());
        var accepted = pipeline.post("/api/v1/releases/" + release + "/sbom", BILL);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/sboms/" + text(accepted.body(), "ticket"));

        var ended = pipeline.ended(location);
        assertThat(ended.path("state").asString()).isEqualTo("done");
        assertThat(ended.path("form").asString()).isEqualTo("CycloneDX 1.6 JSON");
        assertThat(ended.path("components").asInt()).isEqualTo(2);
        assertThat(ended.path("unidentified").asInt()).isEqualTo(1);
        assertThat(ended.path("remarkCount").asInt())
                .isEqualTo(ended.path("remarks").size())
                .isPositive();
        assertThat(ended.path("remarks").path(0).path("pointer").asString()).startsWith("/components/0/hashes");
        assertThat(ended.path("remarks").toString()).contains("a -> b -> a");
        assertThat(house.bean(Blobs.class).open(ended.path("sha256").asString()))
                .get()
                .satisfies(bytes -> assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(BILL));

        var read = Machine.json(reader.get("/api/v1/releases/" + release));
        assertThat(read.path("sbom").path("components").asInt()).isEqualTo(2);
        var person = house.get(house.signIn("確認 太郎", null), read.path("page").asString());
        assertThat(person.body()).contains("夜間ビルド", "/components/0/hashes");
    }

    @Test
    void everyWayOfSendingIsTaken() {
        var release = release(BANK.value());
        var path = "/api/v1/releases/" + release + "/sbom";
        var code = Machine.json(reader.get("/api/v1/releases/" + release))
                .path("code")
                .asString();

        assertThat(pipeline.form(path, "file", BILL).statusCode()).isEqualTo(202);
        assertThat(pipeline.form(path, "note", "x", "bom", BILL).statusCode()).isEqualTo(202);
        assertThat(pipeline.post(path, BILL, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(202);
        assertThat(pipeline.send(
                                "POST",
                                "/api/v1/releases/" + code + "/sbom?in=BANK",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(BILL.getBytes(StandardCharsets.UTF_8))),
                                "Content-Type",
                                "application/vnd.cyclonedx+json")
                        .statusCode())
                .as("in pieces, without a length")
                .isEqualTo(202);
        assertThat(pipeline.form(path, "note", "x").body()).contains("file");
    }

    @Test
    void theSameRequestIsDoneOnceAndItsKeyServesForNothingElse() {
        var release = release(BANK.value());
        var path = "/api/v1/releases/" + release + "/sbom";
        var first = pipeline.post(path, BILL, "Idempotency-Key", "run-" + release);
        var again = pipeline.post(path, BILL, "Idempotency-Key", "run-" + release);
        assertThat(text(again.body(), "ticket")).isEqualTo(text(first.body(), "ticket"));
        assertThat(pipeline.post(path, BILL + " ", "Idempotency-Key", "run-" + release)
                        .statusCode())
                .isEqualTo(409);
        assertThat(pipeline.post(path, BILL, "Idempotency-Key", "x".repeat(256)).statusCode())
                .isEqualTo(400);
        assertThat(pipeline.post(path, BILL).statusCode()).isEqualTo(202);
    }

    @Test
    void whoLacksTheKeyIsToldSoAndNotToSignIn() {
        var none = Machine.with(house, "");
        for (var answer : List.of(
                none.get("/api/v1/releases"),
                none.post("/api/v1/releases/REL-1/sbom", BILL),
                Machine.with(house, "krm_wrong").post("/api/v1/releases/REL-1/sbom", BILL))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).contains("API キーがないか", "X-Api-Key");
        }
        assertThat(reader.post("/api/v1/releases/REL-1/sbom", BILL).body()).contains("この API キーの権限");
    }

    @Test
    void whatIsMissingIsNamedAndWhereNothingIsNothingIsFound() {
        var missing = reader.get("/api/v1/components");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(Machine.json(missing).path("detail").asString()).isEqualTo("q がありません。");
        assertThat(reader.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceInTheCallersLanguage() {
        var release = release(BANK.value());
        var broken = BILL.replace("\"kagi\"", "5");
        var english = pipeline.post("/api/v1/releases/" + release + "/sbom", broken, "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = Machine.json(english);
        assertThat(problem.path("type").asString()).isEqualTo("urn:kuramori:problem:invalid");
        assertThat(problem.path("problems").path(0).path("pointer").asString()).isEqualTo("/components/1/name");
        assertThat(problem.path("problems").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("problems").path(0).path("detail").asString()).contains("wrong type");
        assertThat(pipeline.post("/api/v1/releases/" + release + "/sbom", broken)
                        .body())
                .contains("型が違います", "何も変わっていません");
        assertThat(problem.path("detail").asString()).contains("(1 mistake)");
        assertThat(bills(release)).isZero();
    }

    @Test
    void aKeyDoesWhatItIsForWhereItReaches() {
        var banks = release(BANK.value());
        var cards = release(CARD.value());
        assertThat(reader.post("/api/v1/releases/" + banks + "/sbom", BILL).statusCode())
                .isEqualTo(403);
        assertThat(card.post("/api/v1/releases/" + banks + "/sbom", BILL).statusCode())
                .isEqualTo(404);
        assertThat(card.get("/api/v1/releases/" + banks).statusCode()).isEqualTo(404);
        assertThat(card.get("/api/v1/releases").body()).doesNotContain(banks.toString());
        assertThat(pipeline.post("/api/v1/releases/" + cards + "/sbom", BILL).statusCode())
                .as("below")
                .isEqualTo(202);
        var ticket =
                text(pipeline.post("/api/v1/releases/" + banks + "/sbom", BILL).body(), "ticket");
        assertThat(card.get("/api/v1/sboms/" + ticket).statusCode()).isEqualTo(404);
        assertThat(card.post("/api/v1/releases/" + release(null) + "/sbom", BILL)
                        .statusCode())
                .as("the group's own, by a key of a part")
                .isEqualTo(403);
        var group = Machine.of(house, "グループのビルド", null, ApiPermission.SBOM_SEND);
        assertThat(group.post("/api/v1/releases/" + release(null) + "/sbom", BILL)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void listsAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            release(BANK.value());
        }
        var first = Machine.json(reader.get("/api/v1/releases?limit=2"));
        assertThat(first.path("items").size()).isEqualTo(2);
        var seen = new java.util.HashSet<String>();
        String cursor = "";
        do {
            JsonNode page = Machine.json(reader.get("/api/v1/releases?limit=2&cursor=" + cursor));
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
        assertThat(reader.get("/api/v1/releases?cursor=AAAA").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/v1/components?q=a&cursor="
                                + first.path("next").asString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aComponentIsFoundWithTheReleasesThatHoldIt() {
        var release = release(BANK.value());
        var bill = BILL.replace("kinko", "sagashimono");
        var sent = pipeline.post("/api/v1/releases/" + release + "/sbom", bill);
        pipeline.ended(sent.headers().firstValue("Location").orElseThrow());
        var found = Machine.json(reader.get("/api/v1/components?q=pkg:npm/sagashi"));
        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("release").path("id").asString())
                .isEqualTo(release.toString());
        assertThat(Machine.json(reader.get("/api/v1/components?q=sagashi"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(Machine.json(card.get("/api/v1/components?q=sagashi"))
                        .path("items")
                        .size())
                .isZero();
    }

    private int bills(UUID release) {
        var count = new AtomicReference<>(0);
        house.write(
                "count",
                jdbc -> count.set(
                        jdbc.sql("""
                        select (select count(*) from asset.sbom where release_id = :id)
                             + (select count(*) from asset.sbom_ticket where release_id = :id)
                        """).param("id", release).query(Integer.class).single()));
        return count.get();
    }

    private UUID release(@Nullable UUID institution) {
        var id = UUID.randomUUID();
        number++;
        int n = number;
        house.write("release", jdbc -> {
            insert(
                    jdbc,
                    "insert into asset.software (id, institution_id, code, version, name, search_key) "
                            + "values (:id, :at, 'S' || :n, 1, '窓口' || :n, '窓口')",
                    id,
                    institution,
                    n);
            insert(
                    jdbc,
                    "insert into asset.release (id, institution_id, code, version, software_id, label, search_key) "
                            + "values (:id, :at, 'R' || :n, 1, :id, '1.0', 'r')",
                    id,
                    institution,
                    n);
        });
        return id;
    }

    private static void insert(JdbcClient jdbc, String sql, UUID id, @Nullable UUID institution, int n) {
        jdbc.sql(sql)
                .param("id", id)
                .param("at", institution, java.sql.Types.OTHER)
                .param("n", n)
                .update();
    }

    private static String text(String json, String field) {
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(json)
                .path(field)
                .asString();
    }
}
