package io.kuramori.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Institutions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every form of the organization over real HTTP and without scripts: what is wrong is said at its field and changes
/// nothing; what is right is stored; who was slower sees both versions. Long because it is every form, over one site.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationFormsTest {

    private static final String LONG = "長".repeat(201);

    private ServletWebServerApplicationContext site;
    private GivenOrganization given;
    private Visitor yamada;
    private Visitor sato;

    @BeforeAll
    void start() {
        site = OrganizationSite.start();
        given = new GivenOrganization(site);
        yamada = new Visitor(OrganizationSite.address(site), OrganizationSite.YAMADA);
        sato = new Visitor(OrganizationSite.address(site), OrganizationSite.SATO);
    }

    @AfterAll
    void stop() {
        yamada.close();
        sato.close();
        site.close();
    }

    /// A form sent wrongly.
    ///
    /// @param path with `{post}`, `{person}`, `{committee}` and `{draft}` filled in
    /// @param field at which the complaint stands
    /// @param message part of what is said there
    record Wrong(String path, Map<String, String> fields, String field, String message) {}

    static Stream<Wrong> wrongForms() {
        var department = "/organization/departments?institution=MIYAKO";
        var post = "/organization/posts?institution=MIYAKO";
        var person = "/organization/people?institution=MIYAKO";
        var committee = "/organization/committees?institution=MIYAKO";
        var appoint = "/organization/people/{person}/appoint";
        return Stream.of(
                new Wrong(department, Map.of("name", "監査部"), "code", "入力してください"),
                new Wrong(department, Map.of("code", "D-100", "name", "監査部"), "code", "すでに使われています"),
                new Wrong(department, Map.of("code", "D-9", "name", LONG), "name", "200字まで"),
                new Wrong(department, Map.of("code", "D-9", "name", "監査\u0001部"), "name", "使えない文字"),
                new Wrong(department, Map.of("code", "D-9", "name", "監査部", "parent", "x"), "parent", "一覧から"),
                new Wrong(post, Map.of("code", "P-9", "level", "WORKING"), "name", "入力してください"),
                new Wrong(post, Map.of("code", "P-9", "name", "課長", "level", "KING"), "level", "一覧から"),
                new Wrong(post, Map.of("code", "P-020", "name", "課長", "level", "WORKING"), "code", "すでに"),
                new Wrong(person, Map.of("code", "E-9", "name", "青木"), "reading", "入力してください"),
                new Wrong(person, Map.of("code", "E-9", "name", "青木", "reading", "青木"), "reading", "ローマ字"),
                new Wrong(
                        person,
                        Map.of("code", "E-9", "name", "青木", "reading", "あおき", "email", "aoki"),
                        "email",
                        "メールアドレスの形"),
                new Wrong(appoint, Map.of("kind", "PRINCIPAL", "from", "2026-12-01"), "post", "入力してください"),
                new Wrong(
                        appoint,
                        Map.of("post", "{post}", "kind", "PRINCIPAL", "from", "2026-13-01"),
                        "from",
                        "2026-11-23 の形"),
                new Wrong(appoint, Map.of("post", "{post}", "kind", "PRINCIPAL", "from", "9999-01-01"), "from", "の形"),
                new Wrong(
                        appoint,
                        Map.of("post", "{post}", "kind", "PRINCIPAL", "from", "2026-12-01", "to", "2026-12-01"),
                        "to",
                        "始まりの日より後"),
                new Wrong(
                        appoint, Map.of("post", "{post}", "kind", "PRINCIPAL", "from", "2026-12-01"), "from", "本務が二つ"),
                new Wrong(
                        appoint,
                        Map.of("post", "{post}", "kind", "CONCURRENT", "from", "2026-12-01", "line", "4"),
                        "line",
                        "防衛線"),
                new Wrong(committee, Map.of("code", "C-9", "name", "経営会議", "level", "BOARD"), "quorum", "入力して"),
                new Wrong(
                        committee,
                        Map.of("code", "C-9", "name", "経営会議", "level", "BOARD", "quorum", "三"),
                        "quorum",
                        "数字で"),
                new Wrong(
                        committee,
                        Map.of("code", "C-9", "name", "経営会議", "level", "BOARD", "quorum", "0"),
                        "quorum",
                        "1以上"),
                new Wrong(
                        "/organization/committees/{committee}/seats",
                        Map.of("role", "CHAIR", "from", "2026-04-01"),
                        "post",
                        "入力して"),
                new Wrong(
                        "/organization/committees/{committee}/seats",
                        Map.of("post", UUID.randomUUID().toString(), "role", "CHAIR", "from", "2026-04-01"),
                        "post",
                        "一覧から"),
                new Wrong("/organization/committees/{committee}/meetings", Map.of(), "heldOn", "入力して"),
                new Wrong(
                        "/organization/committees/{committee}/meetings",
                        Map.of("heldOn", "2026-12-15"),
                        "heldOn",
                        "すでにあります"),
                new Wrong(
                        "/organization/authority?institution=MIYAKO",
                        Map.of("effectiveFrom", "2027-04-01"),
                        "title",
                        "入力して"),
                new Wrong(
                        "/organization/authority/{draft}/rules",
                        Map.of("decision", "risk.acceptance", "article", "12"),
                        "decider",
                        "入力して"),
                new Wrong(
                        "/organization/authority/{draft}/rules",
                        Map.of("decision", "RISK", "article", "12", "decider", "{post}"),
                        "decision",
                        "一覧から"),
                new Wrong(
                        "/organization/authority/{draft}/adopt",
                        Map.of("version", "1", "adoptedOn", "2026-11-24", "adoptedBy", "取締役会"),
                        "adoptedOn",
                        "今日まで"),
                new Wrong(
                        "/organization/calendar?institution=MIYAKO",
                        Map.of("day", "2026-12-01", "kind", "CLOSED"),
                        "name",
                        "入力して"),
                new Wrong(
                        "/organization/calendar?institution=MIYAKO",
                        Map.of("day", "きのう", "kind", "CLOSED", "name", "創立記念日"),
                        "day",
                        "の形"));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void whatIsWrongIsSaidAtItsFieldAndChangesNothing(Wrong wrong) {
        long before = entries();

        var answer = yamada.submit(
                filled(wrong.path()),
                wrong.fields().entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), filled(field.getValue())))
                        .toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(200);
        var at = answer.body().indexOf("id=\"e-" + wrong.field() + "\"");
        assertThat(at).as(answer.body()).isPositive();
        assertThat(answer.body().substring(at, at + 160)).contains(wrong.message());
        wrong.fields().entrySet().stream()
                .filter(typed -> !typed.getKey().equals(wrong.field())
                        || !wrong.message().equals("一覧から"))
                .forEach(typed -> assertThat(answer.body())
                        .as("what was typed is kept, but for what no list offers")
                        .contains(filled(typed.getValue())));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void whoWasSlowerSeesBothVersionsAndMayStillSave() {
        var person = given.person("E-2001", "早川 先", "はやかわ さき");
        var path = "/organization/people/" + person.id().value();
        String[] first = {"version", "1", "code", "E-2001", "name", "早川 新", "reading", "はやかわ さき"};
        String[] second = {"version", "1", "code", "E-2001", "name", "早川 後", "reading", "はやかわ さき"};
        assertThat(yamada.submit(path, first).location()).isEqualTo(path);

        var conflict = yamada.submit(path, second);

        assertThat(conflict.body()).contains("ほかの人が先に変更しました", "早川 新", "早川 後");
        assertThat(conflict.body()).contains("name=\"version\" value=\"2\"");
        second[1] = "2";
        assertThat(yamada.submit(path, second).stored()).isTrue();
        assertThat(yamada.open(path).body()).contains("早川 後", "山田 花子").doesNotContain("<h1>早川 新");
    }

    @Test
    void aFutureAppointmentIsPlannedThenReleasedAndCalledOff() {
        var person = given.person("E-2002", "森 任子", "もり にんこ");
        var post = given.post(GivenOrganization.bank(), "P-200", "内部監査部長", null, Level.MANAGEMENT);
        var appoint = "/organization/people/" + person.id().value() + "/appoint";

        assertThat(yamada.submit(
                                appoint,
                                "post",
                                post.id().value().toString(),
                                "kind",
                                "PRINCIPAL",
                                "line",
                                "3",
                                "from",
                                "2027-01-01",
                                "reason",
                                "定期異動")
                        .stored())
                .isTrue();

        var appointment =
                given.the(Appointments.class).of(given.caller(), person.id()).getFirst();
        assertThat(appointment.line()).isEqualTo(3);
        assertThat(yamada.open("/organization/posts/" + post.id().value()).body())
                .contains("発令予定", "森 任子", "空席");
        var path = "/organization/appointments/" + appointment.id().value();
        assertThat(yamada.submit(path + "/release", "version", "1", "to", "2026-12-31")
                        .body())
                .contains("始まりの日より後");
        assertThat(yamada.submit(path + "/release", "version", "1", "to", "2027-07-01")
                        .stored())
                .isTrue();
        assertThat(holders(post, "2027-06-30")).containsExactly("森 任子");
        assertThat(holders(post, "2027-07-01")).isEmpty();
        assertThat(yamada.submit(path + "/retire", "version", "2", "retired", "true", "reason", "発令誤り")
                        .stored())
                .isTrue();
        assertThat(holders(post, "2027-06-30")).isEmpty();
        assertThat(yamada.open(path).body()).contains("発令取消", "発令誤り", "定期異動");
    }

    @Test
    void whatIsInUseIsNotRetiredAndWhatIsRetiredTakesNobody() {
        var head = given.head.id().value();
        var held = yamada.submit("/organization/posts/" + head + "/retire", "version", "1", "retired", "true");
        assertThat(held.body()).contains("担当者がいるため、廃止できません");
        var busy = yamada.submit(
                "/organization/people/" + given.person.id().value() + "/retire", "version", "1", "retired", "true");
        assertThat(busy.body()).contains("役職に就いているため、廃止できません");
        var full = yamada.submit(
                "/organization/departments/" + given.systems.id().value() + "/retire",
                "version",
                "1",
                "retired",
                "true");
        assertThat(full.body()).contains("下位の部署または役職があるため");

        var old = given.post(GivenOrganization.bank(), "P-300", "旧事務部長", null, Level.WORKING);
        var path = "/organization/posts/" + old.id().value();
        assertThat(yamada.submit(path + "/retire", "version", "1", "retired", "true")
                        .stored())
                .isTrue();
        assertThat(yamada.open(path).body()).contains("2026-11-23 (月) 廃止").doesNotContain("任命する人を選ぶ");
        var appoint = yamada.submit(
                "/organization/people/" + given.person.id().value() + "/appoint",
                "post",
                old.id().value().toString(),
                "kind",
                "CONCURRENT",
                "from",
                "2026-12-01");
        assertThat(appoint.body()).contains("廃止した役職には任命できません");
        assertThat(yamada.submit(path + "/retire", "version", "2", "retired", "false")
                        .stored())
                .isTrue();
        assertThat(yamada.open(path).body()).contains("任命する人を選ぶ", "廃止の取消");
    }

    @Test
    void aCommitteeHasSeatsAndACalendar() {
        var path = "/organization/committees/" + committee();
        assertThat(yamada.open(path).body()).contains("構成員が定足数に足りません", "<strong>2026-12-15 (火)</strong>");

        yamada.submit(
                path + "/seats",
                "post",
                given.president.id().value().toString(),
                "role",
                "CHAIR",
                "from",
                "2026-04-01");
        yamada.submit(path + "/meetings", "heldOn", "2026-12-13", "subject", "四半期報告");
        var page = yamada.open(path).body();
        assertThat(page).contains("大森 健", "2026-12-13 (日)", "休業日", "四半期報告");
        assertThat(page).doesNotContain("構成員が定足数に足りません");

        var meeting = given.the(Committees.class)
                .meetings(given.caller(), new CommitteeId(committee()), LocalDate.parse("2026-12-13"))
                .getFirst();
        assertThat(yamada.submit("/organization/meetings/" + meeting.id(), "version", "1", "heldOn", "2026-12-14")
                        .stored())
                .isTrue();
        assertThat(yamada.submit("/organization/meetings/" + meeting.id(), "version", "1", "heldOn", "2026-12-16")
                        .body())
                .contains("ほかの人が先に変更しました", "2026-12-14");
        assertThat(yamada.submit("/organization/meetings/" + meeting.id() + "/cancel", "version", "2")
                        .stored())
                .isTrue();
        assertThat(yamada.open(path).body()).doesNotContain("四半期報告");
    }

    @Test
    void anEditionIsDrawnUpAdoptedAndCompared() {
        var first = draw("職務権限表", "2026-04-01");
        var rules = "/organization/authority/" + first + "/rules";
        yamada.submit(rules, "decision", "risk.acceptance", "article", "第12条", "decider", head());
        yamada.submit(rules, "decision", "release.gate", "article", "第20条", "decider", head());
        var twice = yamada.submit(rules, "decision", "release.gate", "article", "第21条", "decider", head());
        assertThat(twice.body()).contains("同じ決裁事項と条件がすでにあります");
        var adopted = yamada.submit(
                "/organization/authority/" + first + "/adopt",
                "version",
                "1",
                "adoptedOn",
                "2026-03-20",
                "adoptedBy",
                "取締役会",
                "reference",
                "取-26-12");
        assertThat(adopted.stored()).isTrue();
        assertThat(yamada.open("/organization/authority?institution=MIYAKO").body())
                .contains("効力あり", "リスクの受容", "システム統括部長", "取-26-12");

        assertThat(yamada.submit(rules, "decision", "rule.adoption", "article", "第1条", "decider", head())
                        .status())
                .as("an adopted edition takes no more rows")
                .isEqualTo(404);
        var second = draw("職務権限表", "2027-04-01", "from", first.toString());
        var copied = given.the(Authority.class).rules(given.caller(), new AuthorityTableId(second));
        var gate = copied.stream()
                .filter(each -> each.decision().equals("release.gate"))
                .findFirst()
                .orElseThrow();
        yamada.submit(
                "/organization/rules/" + gate.id(),
                "version",
                "1",
                "decision",
                "release.gate",
                "article",
                "第20条",
                "decider",
                committee().toString());
        var compared = yamada.open("/organization/authority/" + second + "/compare?with=" + first)
                .body();
        assertThat(compared).contains("変わった決裁事項 1", "リスク管理委員会");
        assertThat(yamada.submit("/organization/authority/" + second + "/withdraw", "version", "1")
                        .stored())
                .isTrue();
        assertThat(given.the(Authority.class).editions(given.caller(), GivenOrganization.bank()))
                .extracting(AuthorityTable::id)
                .doesNotContain(new AuthorityTableId(second));
    }

    @Test
    void ownDaysStandOverTheCountrysHolidays() {
        var path = "/organization/calendar?institution=MIYAKO";
        assertThat(yamada.open(path).body()).contains("勤労感謝の日", "銀行の年末年始休業", "2026-04-01 (水) – 2027-03-31");

        assertThat(yamada.submit(path, "day", "2027-01-02", "kind", "OPEN", "name", "移行に伴う営業")
                        .stored())
                .isTrue();
        assertThat(yamada.open(path).body()).contains("移行に伴う営業", "自社の営業日");
        var day = given.the(Institutions.class)
                .days(given.caller(), GivenOrganization.bank())
                .getFirst();
        yamada.submit("/organization/calendar/" + day.id() + "/remove", "version", "1");
        assertThat(yamada.open(path).body()).doesNotContain("移行に伴う営業");
    }

    @Test
    void peopleAreFoundByReadingPageByPage() {
        for (int i = 0; i < 51; i++) {
            given.person("N-" + (100 + i), "名簿 " + i, "めいぼ " + "あ".repeat(i + 1));
        }
        var first = yamada.open("/organization/people?institution=MIYAKO&q=%E3%83%A1%E3%82%A4%E3%83%9C")
                .body();
        assertThat(first).contains("N-100", "N-149").doesNotContain("N-150");
        var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(yamada.open(next.group(1).replace("&amp;", "&")).body())
                .contains("N-150")
                .doesNotContain("N-149");
    }

    @Test
    void nothingOfOtherInstitutionsIsShownOrTaken() {
        assertThat(sato.open("/organization?institution=MIYAKO").status()).isEqualTo(404);
        assertThat(sato.open("/organization/people?institution=MIYAKO").status())
                .isEqualTo(404);
        for (var path : List.of(
                "/organization/posts/" + given.head.id().value(),
                "/organization/people/" + given.person.id().value(),
                "/organization/appointments/" + given.appointment.id().value(),
                "/organization/committees/" + committee(),
                "/organization/history/person/" + given.person.id().value(),
                "/organization/history/nonsense/" + given.person.id().value())) {
            assertThat(sato.open(path).status()).as(path).isEqualTo(404);
        }
        long before = entries();
        assertThat(sato.submit("/organization/departments?institution=MIYAKO", "code", "X", "name", "X")
                        .status())
                .isEqualTo(404);
        assertThat(sato.submit(
                                "/organization/posts/" + given.head.id().value() + "/retire",
                                "version",
                                "1",
                                "retired",
                                "true")
                        .status())
                .isEqualTo(404);
        assertThat(entries()).isEqualTo(before);
        assertThat(given.the(Authority.class).bodies(given.callerOfSato()))
                .as("committees above are offered by name")
                .anySatisfy(body -> assertThat(body.name()).isEqualTo("リスク管理委員会"));
    }

    private UUID draw(String title, String from, String... more) {
        var fields = Stream.concat(Stream.of("title", title, "effectiveFrom", from), Stream.of(more));
        var answer = yamada.submit("/organization/authority?institution=MIYAKO", fields.toArray(String[]::new));
        assertThat(answer.stored()).as(answer.body()).isTrue();
        return UUID.fromString(answer.location().replaceFirst(".*/", ""));
    }

    private String head() {
        return given.head.id().value().toString();
    }

    private UUID committee() {
        return given.committee.id().value();
    }

    private List<String> holders(Post post, String day) {
        return given.the(Appointments.class).holders(given.caller(), post.id(), LocalDate.parse(day)).stream()
                .map(Holder::name)
                .toList();
    }

    private String filled(String text) {
        return text.replace("{post}", given.vacant.id().value().toString())
                .replace("{person}", given.person.id().value().toString())
                .replace("{committee}", committee().toString())
                .replace("{draft}", given.draft.value().toString());
    }

    /// How many changes the journal holds.
    private static long entries() {
        DataSource all = KuramoriDatabase.superuser();
        return JdbcClient.create(all)
                .sql("select count(*) from journal.entry")
                .query(Long.class)
                .single();
    }
}
