package io.kuramori.asset.releases;

import static io.kuramori.asset.RoomsContext.BANK;
import static io.kuramori.asset.RoomsContext.LEASING;
import static io.kuramori.asset.RoomsContext.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.RoomsContext;
import io.kuramori.asset.SbomAttached;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bills of materials of every form become the components of a release, whole or not at all.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SbomAttachIT {

    private static final Caller BANKER = caller("山田", BANK);
    private static final Caller LEASER = caller("佐藤", LEASING);
    private static final String JSON = """
        {"bomFormat":"CycloneDX","specVersion":"1.5","components":[
         {"name":"kinko","version":"1","purl":"pkg:npm/%1$s@1"},{"name":"kagi"}]}""";
    private static final String XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.4" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79">
        <components><component type="library"><name>kinko</name><version>1</version><purl>pkg:npm/%1$s@1</purl>
        </component><component type="library"><name>kagi</name></component></components></bom>""";
    private static final String SPDX_JSON = """
        {"spdxVersion":"SPDX-2.3","documentNamespace":"https://example.com/1","packages":[
         {"name":"kinko","versionInfo":"1","externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl",
          "referenceLocator":"pkg:npm/%1$s@1"}]},{"name":"kagi"}]}""";
    private static final String SPDX_TEXT = """
        SPDXVersion: SPDX-2.2
        PackageName: kinko
        PackageVersion: 1
        ExternalRef: PACKAGE-MANAGER purl pkg:npm/%1$s@1
        PackageName: kagi
        """;

    private RoomsContext rooms;
    private Given given;
    private int number;

    @BeforeAll
    void open() {
        rooms = new RoomsContext(Heard.class);
        given = new Given(rooms);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CycloneDX 1.5 JSON, ",
        "CycloneDX 1.4 XML, urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "SPDX 2.3 JSON, https://example.com/1",
        "SPDX 2.2 tag-value, "
    })
    void everyFormIsTaken(String form, String serial) throws IOException, SbomRefused {
        String document = switch (form) {
            case "CycloneDX 1.5 JSON" -> JSON;
            case "CycloneDX 1.4 XML" -> XML;
            case "SPDX 2.3 JSON" -> SPDX_JSON;
            default -> SPDX_TEXT;
        };
        var release = release();
        String purl = "pkg:npm/form%d@1".formatted(number);
        given.attach(BANKER, release, document.formatted("form" + number));

        var attached = inForce(release);
        assertThat(attached.form()).isEqualTo(form);
        assertThat(attached.serial()).isEqualTo(serial);
        assertThat(attached.components()).isEqualTo(2);
        assertThat(attached.unidentified()).isEqualTo(1);
        assertThat(components(release))
                .extracting(ComponentRepository.Identity::purl)
                .containsExactly(null, purl);
    }

    @Test
    void oneBrokenComponentAndNothingIsTaken() throws IOException, SbomRefused {
        var release = release();
        given.attach(BANKER, release, JSON.formatted("whole"));
        var before = inForce(release);
        String broken = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
              {"name":"a","purl":"pkg:npm/never-taken@1"},
              {"name":5},
              {"version":"1"}]}""";

        var refused = catchThrowableOfType(SbomRefused.class, () -> given.attach(BANKER, release, broken));
        assertThat(refused.problem().kind()).isEqualTo(Kind.TYPE);
        assertThat(refused.place("bom.json")).isEqualTo("bom.json:3:11 /components/1/name");
        assertThat(refused.more()).isEqualTo(1);
        assertThat(inForce(release)).isEqualTo(before);
        assertThat(known("pkg:npm/never-taken@1")).isFalse();
    }

    @Test
    void namesTooLongForAnIndexAreKeptUnderTheirHash() throws IOException, SbomRefused {
        var release = release();
        StringBuilder name = new StringBuilder();
        for (int i = 0; name.length() < 4000; i++) {
            name.append(Integer.toHexString(i * 0x9E3779B1));
        }
        given.attach(BANKER, release, """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"%s"},{"name":"%s","version":"2"}]}""".formatted(name, name));

        assertThat(components(release)).hasSize(2).allSatisfy(one -> {
            assertThat(one.identity()).startsWith("sha256:").hasSize(71);
            assertThat(one.name()).contains(name);
        });
    }

    @Test
    void aComponentIsKnownByEveryCpeNameGivenAndOthersThatHoldItHearOfIt() throws IOException, SbomRefused {
        String purl = "pkg:generic/vault@1.0";
        String without = document("{\"name\":\"vault\",\"purl\":\"%s\"}".formatted(purl));
        String acme = "cpe:2.3:a:acme:vault:1.0:*:*:*:*:*:*:*";
        String others = acme.replace("acme", "others");
        String with =
                document("{\"name\":\"vault\",\"purl\":\"%s\"},{\"name\":\"vault\",\"purl\":\"%s\",\"cpe\":\"%s\"}"
                        .formatted(purl, purl, acme));
        var first = release();
        var second = given.release(LEASER, LEASING.value(), "software", "second");

        given.attach(BANKER, first, without);
        assertThat(cpes(purl)).isEmpty();
        var id = id(purl);
        assertThat(heard().getLast()).isEqualTo(new SbomAttached(first, Set.of(), BANKER));

        given.attach(LEASER, second, with);
        assertThat(cpes(purl)).containsExactly(acme);
        assertThat(id(purl)).isEqualTo(id);
        assertThat(heard().getLast()).isEqualTo(new SbomAttached(second, Set.of(id), LEASER));
        assertThat(components(first))
                .singleElement()
                .satisfies(one -> assertThat(one.cpes()).containsExactly(acme));

        given.attach(LEASER, second, with.replace(acme, others));
        assertThat(heard().getLast()).isEqualTo(new SbomAttached(second, Set.of(id), LEASER));
        given.attach(LEASER, second, with);
        assertThat(heard().getLast()).isEqualTo(new SbomAttached(second, Set.of(), LEASER));
        assertThat(cpes(purl)).containsExactly(acme, others);
    }

    private static String document(String components) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + components + "]}";
    }

    private ReleaseId release() {
        return given.release(BANKER, BANK.value(), "software", "label " + ++number);
    }

    private List<SbomAttached> heard() {
        return rooms.bean(Heard.class).events;
    }

    private ComponentRepository.Attached inForce(ReleaseId release) {
        return rooms.bean(Transactions.class)
                .read(
                        BANKER,
                        () -> rooms.bean(ComponentRepository.class)
                                .inForce(release)
                                .orElseThrow());
    }

    private List<ComponentRepository.Identity> components(ReleaseId release) {
        return rooms.bean(Transactions.class)
                .read(BANKER, () -> rooms.bean(ComponentRepository.class).of(release, 100));
    }

    private List<String> cpes(String purl) {
        return rooms.bean(Transactions.class)
                .read(
                        BANKER,
                        () -> rooms.bean(JdbcClient.class)
                                .sql("select unnest(cpes) from asset.face_component where purl = :purl")
                                .param("purl", purl)
                                .query(String.class)
                                .list());
    }

    private boolean known(String purl) {
        return rooms.bean(Transactions.class)
                .read(
                        BANKER,
                        () -> rooms.bean(JdbcClient.class)
                                .sql("select exists (select from asset.component where purl = :purl)")
                                .param("purl", purl)
                                .query(Boolean.class)
                                .single());
    }

    private UUID id(String purl) {
        return rooms.bean(Transactions.class)
                .read(
                        BANKER,
                        () -> rooms.bean(JdbcClient.class)
                                .sql("select id from asset.component where purl = :purl")
                                .param("purl", purl)
                                .query(UUID.class)
                                .single());
    }

    /// What was published, in order.
    static final class Heard {

        private final List<SbomAttached> events = new ArrayList<>();

        @EventListener
        void on(SbomAttached attached) {
            events.add(attached);
        }
    }
}
