package io.kuramori.asset.releases;

import static io.kuramori.asset.RoomsContext.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.asset.Addressee;
import io.kuramori.asset.HeldWork;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.RoomsContext;
import io.kuramori.asset.SbomDelivery;
import io.kuramori.asset.SbomInbox;
import io.kuramori.asset.SbomReceipt;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.vulnerability.findings.GivenAdvisories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bills that were received are taken in in any order, some of them several times: each release ends as the last bill
/// received for it says, whatever happened on the way.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SbomOrderIT {

    private static final String GRAVE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final Caller SENDER = RoomsContext.caller("夜間ビルド", BANK);
    private static final int PARTS = 8;

    private RoomsContext rooms;
    private Given given;
    private int number;

    @BeforeAll
    void open() {
        rooms = new RoomsContext();
        given = new Given(rooms);
        var advisories = new GivenAdvisories(rooms);
        for (int i = 0; i < PARTS; i += 2) {
            advisories.bring("CVE-2026-80%02d".formatted(i), "part" + i, "2.0", GRAVE);
        }
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @RepeatedTest(5)
    void theLastOneReceivedCounts(TestReporter reporter) throws IOException {
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var random = new Random(seed);
        var releases = List.of(release(), release());
        var last = new HashMap<ReleaseId, SortedSet<String>>();
        var waiting = new ArrayList<SbomIntakeJob.Params>();
        for (int i = 0; i < 8; i++) {
            var release = releases.get(random.nextInt(releases.size()));
            var parts = parts(random);
            waiting.add(receive(release, parts));
            last.put(release, parts);
            // Some are taken in while others still come, some twice.
            while (!waiting.isEmpty() && random.nextInt(3) == 0) {
                takeIn(waiting.get(random.nextInt(waiting.size())));
            }
        }
        Collections.shuffle(waiting, random);
        for (var one : waiting) {
            takeIn(one);
        }

        for (Map.Entry<ReleaseId, SortedSet<String>> end : last.entrySet()) {
            assertThat(state(end.getKey())).as("seed %s", seed).isEqualTo(attachedAlone(end.getValue()));
        }
        assertThat(unfinished()).isZero();
    }

    @Test
    void theSameBillAgainChangesNothing() throws IOException {
        var release = release();
        var parts = new TreeSet<>(List.of("part0", "part1"));
        takeIn(receive(release, parts));
        var before = state(release);
        var first = foundAt(release);
        takeIn(receive(release, parts));
        assertThat(state(release)).isEqualTo(before);
        assertThat(foundAt(release)).isEqualTo(first);
    }

    @Test
    void whatAPersonAttachesMeanwhileIsNotUndone() throws IOException {
        var release = release();
        var ticket = receive(release, new TreeSet<>(List.of("part0")));
        given.sbom(SENDER, release, "pkg:pypi/part1@1.0");
        // The clock of the test stands still; the bill was received before.
        rooms.bean(Transactions.class)
                .write(
                        SENDER,
                        "test",
                        () -> rooms.bean(JdbcClient.class)
                                .sql(
                                        "update asset.sbom_ticket set received_at = received_at - interval '1 minute' where id = :id")
                                .param("id", ticket.ticket())
                                .update());
        takeIn(ticket);
        assertThat(state(release)).isEqualTo(attachedAlone(new TreeSet<>(List.of("part1"))));
    }

    private SbomIntakeJob.Params receive(ReleaseId release, SortedSet<String> parts) throws IOException {
        String components = parts.stream()
                .map(part -> "{\"name\":\"%s\",\"purl\":\"pkg:pypi/%s@1.0\"}".formatted(part, part))
                .collect(Collectors.joining(","));
        String bill = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[%s]}".formatted(components);
        var receipt = rooms.bean(SbomInbox.class)
                .receive(
                        SENDER,
                        SbomDelivery.to(new Addressee.ById(release), null),
                        new ByteArrayInputStream(bill.getBytes(StandardCharsets.UTF_8)));
        assertThat(receipt).isInstanceOf(SbomReceipt.Accepted.class);
        return (SbomIntakeJob.Params) rooms.bean(HeldWork.class).started().getLast();
    }

    private void takeIn(SbomIntakeJob.Params work) throws IOException {
        rooms.bean(Intake.class).takeIn(SENDER, work.ticket());
    }

    private static SortedSet<String> parts(Random random) {
        var parts = new TreeSet<String>();
        for (int i = 0; i < PARTS; i++) {
            if (random.nextBoolean()) {
                parts.add("part" + i);
            }
        }
        return parts;
    }

    /// What a release ends as to which only this was ever attached.
    private String attachedAlone(SortedSet<String> parts) {
        var release = release();
        given.sbom(
                SENDER,
                release,
                parts.stream().map(part -> "pkg:pypi/" + part + "@1.0").toArray(String[]::new));
        return state(release);
    }

    /// Components and open findings.
    private String state(ReleaseId release) {
        return ask("""
                select concat_ws(' | ',
                    (select string_agg(c.purl, ' ' order by c.purl) from asset.release_component rc
                     join asset.component c on c.id = rc.component_id where rc.release_id = :release),
                    (select string_agg(f.group_key || ' ' || f.state, ' ' order by f.group_key)
                     from vulnerability.finding f where f.release_id = :release and f.closed_at is null))
                """, release);
    }

    private String foundAt(ReleaseId release) {
        return ask(
                "select string_agg(found_at::text, ' ') from vulnerability.finding where release_id = :release",
                release);
    }

    private String ask(String sql, ReleaseId release) {
        return rooms.bean(Transactions.class)
                .read(
                        SENDER,
                        () -> rooms.bean(JdbcClient.class)
                                .sql(sql)
                                .param("release", release.value())
                                .query(String.class)
                                .single());
    }

    private int unfinished() {
        return rooms.bean(Transactions.class)
                .read(
                        SENDER,
                        () -> rooms.bean(JdbcClient.class)
                                .sql("select count(*) from asset.sbom_ticket where state = 'queued'")
                                .query(Integer.class)
                                .single());
    }

    private ReleaseId release() {
        number++;
        return given.release(SENDER, BANK.value(), "software" + number, "1");
    }
}
