package io.kuramori.action.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.action.ActionRegister;
import io.kuramori.action.Plan;
import io.kuramori.action.Status;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.journal.StaleRecord;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.PostId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Actions from opening to verification, on a real database.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrackerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final LocalDate DUE = TODAY.plusDays(10);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final InstitutionId bank = new InstitutionId(UUID.randomUUID());
    private final PostId post = new PostId(UUID.randomUUID());
    private final List<Notice> told = new ArrayList<>();
    private UUID owner;
    private UUID other;

    @BeforeAll
    void open() throws ClassNotFoundException {
        DataSource pool = KuramoriDatabase.appDataSource();
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC));
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(Notices.class, Told::new);
        context.register(History.class, Class.forName("io.kuramori.identity.internal.JdbcTransactions"));
        context.scan(
                "io.kuramori.organization.internal", "io.kuramori.organization.calendar", "io.kuramori.action.tracker");
        context.refresh();
        write(jdbc -> {
            jdbc.sql("""
                            insert into organization.institution (id, institution_id, code, version, kind, name)
                            values (:id, :id, 'BANK', 1, 'legal_entity', 'みやこ銀行')""").param("id", bank.value()).update();
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :bank, 'P-1', 1, 'システム部長')""").param("id", post.value()).param("bank", bank.value()).update();
        });
        owner = person("owner@example.jp");
        other = person("other@example.jp");
        write(jdbc -> jdbc.sql("""
                        insert into organization.appointment
                            (id, institution_id, version, person_id, post_id, kind, valid_from)
                        values (uuidv7(), :bank, 1, :person, :post, 'principal', '2024-04-01')""")
                .param("bank", bank.value())
                .param("person", owner)
                .param("post", post.value())
                .update());
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void isVerifiedBySomebodyElseThanWhoReportedIt() {
        var id = action("バックアップの復元手順を直す");
        assertThat(told).last().satisfies(notice -> assertThat(notice.to()).containsExactly(owner));
        take(owner, id, new Step.Complete("手順書 第4版", "文書 D-88"));
        refused(() -> take(owner, id, tracker().verification(caller(owner))), "action.error.own");
        take(other, id, tracker().verification(caller(other)));

        assertThat(stored(id).status()).isEqualTo(Status.VERIFIED);
        assertThat(stored(id).verified())
                .isNotNull()
                .satisfies(each -> assertThat(each.by()).isEqualTo(other));
    }

    @Test
    void theDatabaseRefusesAVerificationOfOnesOwn() {
        var id = action("鍵の更新");
        take(owner, id, new Step.Complete("更新記録", null));
        assertThatThrownBy(() -> write(
                        jdbc -> jdbc.sql("""
                                update action.action set version = version + 1, status = 'verified', verified_by = :by,
                                    verified_at = now() where id = :id""").param("by", owner).param("id", id).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("action_own");
    }

    @Test
    void anExtensionCountsAndKeepsTheFirstDay() {
        var id = action("装置の交換");
        refused(() -> take(owner, id, new Step.Extend(DUE)), "action.error.not-later");
        take(owner, id, new Step.Extend(DUE.plusDays(5)));
        take(owner, id, new Step.Extend(DUE.plusDays(20)));

        assertThat(stored(id).extensions()).isEqualTo(2);
        assertThat(stored(id).originalDue()).isEqualTo(DUE);
        assertThat(stored(id).plan().due()).isEqualTo(DUE.plusDays(20));
        assertThatThrownBy(() -> write(
                        jdbc -> jdbc.sql("update action.action set version = version + 1, due = due + 1 where id = :id")
                                .param("id", id)
                                .update()))
                .hasMessageContaining("extensions count");
    }

    @Test
    void isSentBackAndReopened() {
        var id = action("権限の棚卸");
        take(owner, id, new Step.Complete("一覧", null));
        take(other, id, new Step.SendBack());
        assertThat(stored(id).done()).isNull();
        take(owner, id, new Step.Complete("一覧と承認印", null));
        take(other, id, tracker().verification(caller(other)));
        refused(() -> take(other, id, new Step.Extend(DUE.plusDays(1))), "action.error.not-now");
        take(other, id, new Step.Reopen());
        assertThat(stored(id).status()).isEqualTo(Status.OPEN);
        assertThat(stored(id).reopened()).isEqualTo(1);
        assertThatThrownBy(() -> tracker().take(caller(owner), id, 1, new Step.Cancel(), "古い版"))
                .isInstanceOf(StaleRecord.class);
    }

    @Test
    void theListIsNarrowedToWhatWaitsForMeAndGoesOnPageByPage() {
        for (int i = 0; i < 5; i++) {
            action("一覧の行 " + i);
        }
        var done = action("一覧の行 確認待ち");
        take(owner, done, new Step.Complete("報告", null));
        var register = context.getBean(ActionRegister.class);

        assertThat(titles(owner, filter(ActionRegister.View.TO_VERIFY, false))).doesNotContain("一覧の行 確認待ち");
        assertThat(titles(other, filter(ActionRegister.View.TO_VERIFY, false))).contains("一覧の行 確認待ち");
        assertThat(titles(owner, filter(null, true))).contains("一覧の行 0");
        assertThat(titles(other, filter(null, true))).isEmpty();

        var paged = new ArrayList<UUID>();
        String after = null;
        while (true) {
            var from = after;
            var page = read(() -> register.page(caller(owner), filter(null, false), false, true, from, 2));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(line -> paged.add(line.id()));
            after = page.getLast().token();
        }
        assertThat(paged).doesNotHaveDuplicates();
        assertThat((long) paged.size()).isEqualTo(read(() -> register.count(caller(owner), filter(null, false))));
    }

    private List<String> titles(UUID who, ActionRegister.Filter filter) {
        return read(() -> {
            try (var lines = context.getBean(ActionRegister.class).all(caller(who), filter, true, false)) {
                return lines.map(ActionRegister.Line::title).toList();
            }
        });
    }

    private ActionRegister.Filter filter(ActionRegister.@Nullable View view, boolean mine) {
        return new ActionRegister.Filter("一覧の行", bank, view, mine, TODAY);
    }

    private UUID action(String title) {
        return tracker()
                .open(caller(other), new Plan(bank, title, "", null, post, DUE))
                .value();
    }

    private void take(UUID who, UUID id, Step step) {
        tracker().take(caller(who), id, stored(id).version(), step, null);
    }

    private Action stored(UUID id) {
        return tracker().find(caller(owner), id).orElseThrow();
    }

    private Tracker tracker() {
        return context.getBean(Tracker.class);
    }

    private Caller caller(UUID account) {
        return new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), "人", Set.of(bank));
    }

    private <T> T read(Supplier<T> work) {
        return context.getBean(Transactions.class).read(caller(owner), work);
    }

    private void write(Consumer<JdbcClient> work) {
        var kuramori = new Caller(Actor.KURAMORI, "蔵守", Set.of(bank));
        context.getBean(Transactions.class).write(kuramori, "試し", () -> {
            work.accept(context.getBean(JdbcClient.class));
            return true;
        });
    }

    private UUID person(String email) {
        var id = UUID.randomUUID();
        write(jdbc -> {
            jdbc.sql("""
                            insert into identity.account (id, version, email, name, password_hash, password_set_at)
                            values (:id, 1, :email, '人', '', now())""").param("id", id).param("email", email).update();
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            values (:id, :bank, :email, 1, '人', 'ひと', :email)""")
                    .param("id", id)
                    .param("bank", bank.value())
                    .param("email", email)
                    .update();
            jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            values (uuidv7(), :bank, 1, :id, :id, 'MIGRATED', 'IN_FORCE', 'given', now(), now())""").param("bank", bank.value()).param("id", id).update();
        });
        return id;
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.complaints())
                                .extracting(each -> each.key())
                                .containsExactly(key));
    }

    private final class Told implements Notices {

        @Override
        public void tell(Caller caller, Notice notice) {
            told.add(notice);
        }

        @Override
        public void settle(Caller caller, String keyPrefix) {
            told.removeIf(notice -> notice.key().startsWith(keyPrefix));
        }

        @Override
        public int unread(Caller caller) {
            return told.size();
        }
    }
}
