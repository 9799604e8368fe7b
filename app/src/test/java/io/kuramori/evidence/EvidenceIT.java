package io.kuramori.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.SignedInHouse;
import io.kuramori.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Evidence over real HTTP: what is kept, what is not, how it leaves, and that what is restricted leaves no shadow.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final UUID SYSTEM = UUID.fromString("0193b000-0000-7000-8000-0000000000d1");
    private static final String ON_SYSTEM = "?record-kind=system&record=" + SYSTEM;

    private final HttpClient http = HttpClient.newHttpClient();
    private SignedInHouse house;
    private String office;
    private String colleague;
    private String analyst;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse().proving();
        office = house.signIn("担当 花子", null);
        colleague = house.signIn("同僚 次郎", null);
        analyst = house.signIn("分析 三郎", null, Role.ANALYST);
        house.write(
                "台帳",
                jdbc -> jdbc.sql("""
                        insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id,
                            confidentiality, integrity, availability, exposure, search_key, sort_key)
                        values (:id, :bank, 'SYS-1', 1, '勘定系', 'information_system', :post, 1, 1, 1, 'none', 'x', 'x')""")
                        .param("id", SYSTEM)
                        .param("bank", SignedInHouse.BANK.value())
                        .param("post", SignedInHouse.POST)
                        .update());
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aFileLeavesAsAnAttachmentAndTheLedgerKnowsItFirst() {
        var page = enter(office, fields("点検の結果 一"), "結果<b>.html", "<script>alert(1)</script>\n");
        var file = house.file(analyst, page + "/file");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("<script>alert(1)</script>\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/octet-stream"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment;"));
        assertThat(acts(page)).containsExactly("collected", "received", "downloaded");
        assertThat(house.get(analyst, page).body()).contains("分析 三郎", "ダウンロード", "閲覧");
        house.get(analyst, page);
        assertThat(acts(page))
                .filteredOn("viewed"::equals)
                .as("once a day and person")
                .hasSize(1);
    }

    @Test
    void whatHoldsNumbersIsNotKeptUnlessSomebodyWhoMayDecidesSo() {
        long before = blobs();
        var answer = send(analyst, "/evidence/new", fields("名簿"), "list.csv", "名前,番号\n山田,123456789018\n");
        assertThat(answer.body()).contains("このファイルは保存していません", "2 行 B 列", "*********018", "セキュリティ統括、CISO");
        assertThat(answer.body()).doesNotContain("123456789018", "保管の手続きへ");
        assertThat(blobs()).isEqualTo(before);

        var held = send(office, "/evidence/new", fields("名簿"), "list.csv", "名前,番号\n山田,123456789018\n");
        var sha256 = match(held.body(), "name=\"accept\" value=\"([0-9a-f]{64})\"");
        var accepting = fields("名簿");
        accepting.put("accept", sha256);
        accepting.put("acceptReason", "税務の法定調書（番号法 第9条）");
        assertThat(send(office, "/evidence/new", accepting, "list.csv", "名前,番号\n山田,123456789018\n")
                        .body())
                .contains("確かめて印を付けてください");
        accepting.put("confirmed", "1");
        assertThat(send(office, "/evidence/new", accepting, "list.csv", "名前,番号\n別の,123456789018\n")
                        .body())
                .contains("先ほど調べたものと違う");
        assertThat(send(analyst, "/evidence/new", accepting, "list.csv", "名前,番号\n山田,123456789018\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(blobs()).isEqualTo(before);

        var kept = send(office, "/evidence/new", accepting, "list.csv", "名前,番号\n山田,123456789018\n");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(house.get(office, location(kept)).body()).contains("承知で保管", "税務の法定調書");
        assertThat(blobs()).isEqualTo(before + 1);
    }

    @Test
    void brokenFilesAreAnsweredInWordsAndWhatIsNotLookedIntoIsSaid() {
        assertThat(send(office, "/evidence/new", fields("壊れた表"), "a.xlsx", "PK\u0003\u0004 broken")
                        .body())
                .contains("壊れているか、途中で切れています")
                .doesNotContain("Exception");
        var kept = send(
                office, "/evidence/new", fields("画面"), "a.gif", "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(house.get(office, location(kept)).body()).contains("image/gif", "中身を調べていません");
    }

    @Test
    void bytesAreKeptOnceAndOtherItemsWithThemAreNamed() {
        long before = blobs();
        var first = enter(office, fields("同じ中身 一"), "a.txt", "同じ中身\n");
        var second = enter(office, fields("同じ中身 二"), "b.txt", "同じ中身\n");
        assertThat(blobs()).isEqualTo(before + 1);
        assertThat(house.get(office, second).body()).contains(first);
    }

    @Test
    void isAttachedToARecordAndTakenOffAgain() {
        var fields = fields("稼働の確認");
        fields.put("record-kind", "system");
        fields.put("record", SYSTEM.toString());
        var page = enter(office, fields, "c.txt", "稼働の確認\n");
        assertThat(house.get(office, "/systems/SYS-1?in=BANK").body()).contains("稼働の確認", page);
        assertThat(house.get(office, page).body()).contains("/systems/SYS-1?in=BANK", "勘定系");

        var code = match(house.get(office, page).body(), "(EVD-\\d{4})");
        var twice = house.post(
                office,
                "/evidence/attach" + ON_SYSTEM,
                "/evidence/attach",
                "record-kind",
                "system",
                "record",
                SYSTEM.toString(),
                "code",
                code);
        assertThat(twice.body()).contains("もう付いています");
        var link = match(house.get(office, page).body(), "/evidence/links/([0-9a-f-]{36})/remove");
        house.post(office, page, "/evidence/links/" + link + "/remove");
        assertThat(house.get(office, "/systems/SYS-1?in=BANK").body()).doesNotContain(page);
    }

    @Test
    void aReferenceTellsWhereTheDocumentIs() {
        var fields = fields("規程の写し");
        fields.putAll(Map.of("kind", "REFERENCE", "number", "規程-12", "place", "本店 書庫", "documentSha256", "12"));
        assertThat(send(office, "/evidence/new", fields, "", "").body()).contains("16 進 64 桁");
        fields.put("documentSha256", "A".repeat(64));
        var answer = send(office, "/evidence/new", fields, "", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var page = location(answer);
        assertThat(house.get(office, page).body()).contains("規程-12", "本店 書庫", "a".repeat(64));
        assertThat(house.get(office, page + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRestrictedLeavesNoShadow() {
        var fields = fields("内部調査 極秘札");
        fields.put("restricted", "1");
        fields.put("record-kind", "system");
        fields.put("record", SYSTEM.toString());
        var open = enter(office, fields("並びの前"), "d.txt", "前\n");
        var page = enter(office, fields, "極秘札.txt", "極秘の中身\n");
        var after = enter(office, fields("並びの後"), "e.txt", "後\n");
        var body = house.get(office, page).body();
        assertThat(body).contains("限定公開", "内部調査 極秘札");
        var code = match(body, "(EVD-R[A-Z2-7]{8})");
        assertThat(number(after)).as("no gap").isEqualTo(number(open) + 1);

        var id = page.substring(page.lastIndexOf('/') + 1);
        for (String path : List.of(
                "/evidence",
                "/evidence?q=" + SignedInHouse.encoded("極秘札"),
                "/search?q=" + SignedInHouse.encoded("極秘札"),
                "/systems/SYS-1?in=BANK",
                "/journal",
                after)) {
            assertThat(house.get(office, path).statusCode()).as(path).isEqualTo(200);
            assertThat(house.get(colleague, path).body())
                    .as(path)
                    .doesNotContain(code)
                    .doesNotContain(id)
                    .doesNotContain("内部調査");
        }
        assertThat(house.get(office, "/evidence").body()).contains(code);
        assertThat(house.get(colleague, "/evidence?q=" + SignedInHouse.encoded("極秘札"))
                        .body())
                .contains("0 件");
        for (String path : List.of(page, page + "/file")) {
            assertThat(house.get(colleague, path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(new String(house.file(colleague, "/evidence.xlsx").body(), StandardCharsets.ISO_8859_1))
                .isNotEqualTo(new String(house.file(office, "/evidence.xlsx").body(), StandardCharsets.ISO_8859_1));
        assertThat(house.post(colleague, after, page + "/retire", "version", "1", "retired", "true", "reason", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.post(
                                colleague,
                                "/evidence/attach" + ON_SYSTEM,
                                "/evidence/attach",
                                "record-kind",
                                "system",
                                "record",
                                SYSTEM.toString(),
                                "code",
                                code)
                        .body())
                .contains("その番号の証跡はありません");
        // The same bytes again tell nothing of the other.
        var same = enter(colleague, fields("偶然"), "f.txt", "極秘の中身\n");
        assertThat(house.get(colleague, same).body()).doesNotContain(code).doesNotContain("同じ中身の証跡");

        house.post(office, page, page + "/readers", "reason", "調査の終了", "open", "true");
        assertThat(house.get(colleague, page).body()).contains("内部調査 極秘札");
    }

    @Test
    void anotherInstitutionsRecordsAreNoTargetAndItsPeopleSeeNothing() {
        var page = enter(office, fields("銀行だけの証跡"), "g.txt", "銀行\n");
        var outsider = house.signIn("他社 四郎", SignedInHouse.CARD);
        assertThat(house.get(outsider, page).statusCode()).isEqualTo(404);
        assertThat(house.get(outsider, "/evidence").body()).doesNotContain("銀行だけの証跡");
        assertThat(house.get(outsider, "/evidence/new" + ON_SYSTEM).statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> fields(String title) {
        return new TreeMap<>(Map.of(
                "institution",
                "BANK",
                "kind",
                "FILE",
                "title",
                title,
                "shows",
                "半期の点検の結果",
                "owner",
                SignedInHouse.POST.toString(),
                "from",
                "2026-04-01",
                "to",
                "2026-09-30",
                "collected",
                "2026-10-01"));
    }

    private int number(String page) {
        return Integer.parseInt(match(house.get(office, page).body(), "EVD-(\\d{4})"));
    }

    private String enter(String session, Map<String, String> fields, String name, String content) {
        var answer = send(session, "/evidence/new", fields, name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return location(answer);
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> send(
            String session, String from, Map<String, String> fields, String name, String content) {
        var body = new ByteArrayOutputStream();
        var all = new TreeMap<>(fields);
        all.put("_csrf", match(house.get(session, from).body(), TOKEN.pattern()));
        all.forEach((key, value) ->
                write(body, "--b\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        if (!name.isEmpty()) {
            write(
                    body,
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n");
        }
        write(body, "--b--\r\n");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(house.address("/evidence")))
                            .header("Accept", "text/html")
                            .header("Cookie", "kuramori_lang=ja; kuramori_session=" + session)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> acts(String page) {
        var item = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        var found = new java.util.ArrayList<String>();
        house.write("read", jdbc -> {
            jdbc.sql("select act from evidence.custody where item_id = :item order by at, id")
                    .param("item", item)
                    .query(row -> {
                        found.add(row.getString(1));
                    });
        });
        return found;
    }

    private long blobs() {
        try (var all = house.bean(Blobs.class).list()) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String match(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return java.util.Objects.requireNonNull(matcher.group(1));
    }
}
