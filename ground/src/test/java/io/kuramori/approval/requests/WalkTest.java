package io.kuramori.approval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.approval.requests.OutsideDecision.Paper;
import io.kuramori.approval.rules.Choice;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.PostId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same question as the walk over the rules, asked of the services and the database: random people try random acts,
/// and a model in memory knows only who asked what and who lent whom. No vote, check or decision in the database ever
/// names somebody behind the request, or somebody to whom such a person had lent a post meanwhile.
@ExtendWith(KuramoriDatabase.class)
final class WalkTest {

    private static final String ALONE = "vulnerability.exception";
    private static final String BODY = "risk.acceptance";
    private static final String LONE = "exercise.plan";
    private static final int PEOPLE = 5;

    private Bank bank;
    private final List<UUID> people = new ArrayList<>();
    private final Map<UUID, PostId> posts = new HashMap<>();
    private final Map<UUID, UUID> requester = new HashMap<>();
    private final List<UUID> requests = new ArrayList<>();
    private int done;
    private int refused;

    @BeforeEach
    void open() {
        bank = new Bank(KuramoriDatabase.appDataSource());
        for (int i = 0; i < PEOPLE; i++) {
            var person = bank.person("人 " + i);
            people.add(person);
            posts.put(person, bank.post("役職 " + i, person));
        }
        var committee = bank.committee(2, post(0), post(1), post(2));
        var lone = bank.committee(1, post(3));
        bank.authority("2026-04-01", ALONE, post(0), BODY, committee, LONE, lone, "approval.emergency", post(4));
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void nobodyDecidesHisOwnRequestInTwoHundredSteps(TestReporter reporter) {
        walk(200, reporter);
    }

    @Test
    @Tag("full")
    void nobodyDecidesHisOwnRequestInTwentyThousandSteps(TestReporter reporter) {
        walk(20_000, reporter);
    }

    private void walk(int steps, TestReporter reporter) {
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var random = new Random(seed);
        // A walk in which nothing is decided shows nothing: an unlucky one goes on for a while.
        for (int step = 0; step < steps || (step < 10 * steps && !enough(steps)); step++) {
            try {
                step(random);
                done++;
            } catch (Invalid | StaleRecord _) {
                refused++;
            }
        }
        reporter.publishEntry("acts", done + " carried out, " + refused + " refused");
        check("-Dkuramori.seed=" + seed);
        assertThat(decided()).isGreaterThan(steps / 40);
        assertThat(refused).isGreaterThan(steps / 20);
    }

    private boolean enough(int steps) {
        return refused > steps / 20 && decided() > steps / 40;
    }

    private long decided() {
        return count("select count(*) from approval.request where decided_at is not null");
    }

    private void step(Random random) {
        var who = any(people, random);
        var caller = bank.caller(who);
        if (requests.isEmpty() || random.nextInt(6) == 0) {
            var matter = any(List.of(ALONE, BODY, LONE), random);
            var id = bank.submit(who, matter);
            requests.add(id);
            requester.put(id, who);
            return;
        }

        var id = requests.get(Math.max(0, requests.size() - 1 - random.nextInt(8)));
        var decisions = bank.the(Decisions.class);
        switch (random.nextInt(10)) {
            case 0 -> {
                var until = Bank.TODAY.plusDays(random.nextInt(40));
                bank.the(Deputies.class)
                        .give(caller, Objects.requireNonNull(posts.get(who)), any(people, random), today(), until);
            }
            case 1 -> decisions.sendBack(caller, id, bank.answer(id, "再考"));
            case 2 ->
                bank.the(Requests.class)
                        .resubmit(
                                caller,
                                id,
                                bank.request(id).version(),
                                bank.request(id).content());
            case 3 -> decisions.decideInEmergency(caller, id, bank.answer(id, "緊急"));
            case 4 -> decisions.close(caller, id, bank.answer(id, null));
            case 5 -> outside(caller, id, random);
            case 6 -> bank.clock.pass(Duration.ofHours(random.nextInt(30)));
            default -> decisions.vote(caller, id, any(List.of(Choice.values()), random), bank.answer(id, null));
        }
    }

    private void outside(Caller caller, UUID id, Random random) {
        var open = bank.read(() -> bank.the(OutsideRepository.class).of(id)).stream()
                .filter(each -> each.check() == null)
                .findFirst();
        if (open.isPresent()) {
            bank.the(Outsides.class).check(caller, open.get().id(), random.nextBoolean(), "照合");
        } else {
            var paper = new Paper("稟議1", Bank.TODAY, "常務会", "第1条", "文書庫", true);
            bank.the(Outsides.class).enter(caller, id, bank.request(id).hash(), paper);
        }
    }

    /// From what stands in the tables alone.
    private void check(String seed) {
        requester.forEach((request, who) -> {
            assertThat(count("select count(*) from approval.vote where request_id = '" + request + "' and '" + who
                            + "' in (voter_id, principal_id)"))
                    .as(seed)
                    .isZero();
            assertThat(count("select count(*) from approval.outside_decision where request_id = '" + request
                            + "' and checked_by = '" + who + "'"))
                    .as(seed)
                    .isZero();
        });
        assertThat(count("""
                        select count(*) from approval.vote v
                        join approval.request r on r.id = v.request_id
                        join approval.delegation d on d.principal_id in (r.requested_by, r.entered_by)
                            and d.deputy_id in (v.voter_id, v.principal_id)
                        where (v.at at time zone 'Asia/Tokyo')::date between d.valid_from and d.valid_until
                          -- Ids count up: what was lent after the vote does not speak against it.
                          and d.id < v.id""")).as(seed).isZero();
        assertThat(count("select count(*) from approval.outside_decision where checked_by = outside_by"))
                .as(seed)
                .isZero();
        assertThat(count("""
                        select count(*) from approval.request
                        where decided_by in (requested_by, entered_by) or emergency_by in (requested_by, entered_by)""")).as(seed).isZero();
    }

    private long count(String sql) {
        return bank.read(() -> bank.jdbc().sql(sql).query(Long.class).single());
    }

    private LocalDate today() {
        return bank.read(() -> bank.the(Situations.class).today(bank.id));
    }

    private PostId post(int person) {
        return Objects.requireNonNull(posts.get(people.get(person)));
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
