package io.kuramori.approval.requests;

import io.kuramori.approval.Approvable;
import io.kuramori.approval.Content;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.organization.PostId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// One bank in a fresh database, with people who have accounts, and the services over it.
final class Bank implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final InstitutionId id = new InstitutionId(UUID.randomUUID());
    final Turning clock = new Turning(Instant.parse("2026-11-25T03:00:00Z"));
    final Told told = new Told();
    boolean fresh = true;

    Bank(DataSource pool, Approvable... rooms) {
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(StepUp.class, () -> caller -> fresh);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        for (Approvable room : rooms) {
            context.registerBean(room.kind(), Approvable.class, () -> room);
        }
        context.register(History.class, transactions());
        context.scan("io.kuramori.organization.internal", "io.kuramori.organization.calendar");
        context.registerBean(Notices.class, () -> told);
        context.scan("io.kuramori.approval.requests");
        context.refresh();
        write("設立", () -> {
            jdbc().sql("""
                            insert into organization.institution (id, institution_id, code, version, kind, name)
                            values (:id, :id, 'BANK', 1, 'legal_entity', 'みやこ銀行')""").param("id", id.value()).update();
        });
    }

    <T> T the(Class<T> service) {
        return context.getBean(service);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    Caller caller(UUID account) {
        return new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.STEP_UP), "人", Set.of(id));
    }

    /// Writes as Kuramori itself.
    void write(String reason, Runnable work) {
        the(Transactions.class).write(new Caller(Actor.KURAMORI, "蔵守", Set.of(id)), reason, () -> {
            work.run();
            return true;
        });
    }

    <T> T read(Supplier<T> work) {
        return the(Transactions.class).read(new Caller(Actor.KURAMORI, "蔵守", Set.of(id)), work);
    }

    /// A person with an account; the account's id.
    UUID person(String name) {
        var account = UUID.randomUUID();
        write("入行", () -> {
            jdbc().sql("""
                            insert into identity.account (id, version, email, name, password_hash, password_set_at)
                            values (:id, 1, :email, :name, '', now())""")
                    .param("id", account)
                    .param("email", account + "@example.jp")
                    .param("name", name)
                    .update();
            jdbc().sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            values (:account, :bank, :code, 1, :name, 'よみ', :email)""")
                    .param("account", account)
                    .param("bank", id.value())
                    .param("code", "E-" + NUMBER.incrementAndGet())
                    .param("name", name)
                    .param("email", account + "@Example.jp")
                    .update();
            jdbc().sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            values (uuidv7(), :bank, 1, :id, :id, 'MIGRATED', 'IN_FORCE', 'given', now(), now())""").param("bank", id.value()).param("id", account).update();
        });
        return account;
    }

    PostId post(String name) {
        var post = new PostId(UUID.randomUUID());
        write(
                "組織改定",
                () -> jdbc().sql("""
                        insert into organization.post (id, institution_id, code, version, name)
                        values (:id, :bank, :code, 1, :name)""")
                        .param("id", post.value())
                        .param("bank", id.value())
                        .param("code", "P-" + NUMBER.incrementAndGet())
                        .param("name", name)
                        .update());
        return post;
    }

    /// A post that somebody holds since long ago.
    PostId post(String name, UUID holder) {
        var post = post(name);
        appoint(holder, post);
        return post;
    }

    void appoint(UUID holder, PostId post) {
        write(
                "発令",
                () -> jdbc().sql("""
                        insert into organization.appointment
                            (id, institution_id, version, person_id, post_id, kind, valid_from)
                        values (uuidv7(), :bank, 1, :person, :post, 'concurrent', '2024-04-01')""")
                        .param("bank", id.value())
                        .param("person", holder)
                        .param("post", post.value())
                        .update());
    }

    /// @param members the first is the chair's post
    UUID committee(int quorum, PostId... members) {
        var committee = UUID.randomUUID();
        write("会議体の設置", () -> {
            jdbc().sql("""
                            insert into organization.committee
                                (id, institution_id, code, version, name, level, quorum)
                            values (:id, :bank, :code, 1, 'リスク管理委員会', 'management', :quorum)""")
                    .param("id", committee)
                    .param("bank", id.value())
                    .param("code", "C-" + NUMBER.incrementAndGet())
                    .param("quorum", quorum)
                    .update();
            for (int i = 0; i < members.length; i++) {
                jdbc().sql("""
                                insert into organization.committee_member
                                    (id, institution_id, version, committee_id, post_id, role, valid_from)
                                values (uuidv7(), :bank, 1, :committee, :post, :role, '2024-04-01')""")
                        .param("bank", id.value())
                        .param("committee", committee)
                        .param("post", members[i].value())
                        .param("role", i == 0 ? "chair" : "member")
                        .update();
            }
        });
        return committee;
    }

    /// An adopted edition of the authority table, in force from a day. Rows: matter, then the post or committee.
    void authority(String from, Object... rows) {
        var table = UUID.randomUUID();
        write("職務権限表", () -> {
            jdbc().sql("""
                            insert into organization.authority_table
                                (id, institution_id, version, edition, title, effective_from)
                            values (:id, :bank, 1, :edition, '職務権限表', :from)""")
                    .param("id", table)
                    .param("bank", id.value())
                    .param("edition", NUMBER.incrementAndGet())
                    .param("from", LocalDate.parse(from))
                    .update();
            for (int i = 0; i < rows.length; i += 2) {
                jdbc().sql("""
                                insert into organization.authority_rule (id, institution_id, version, table_id, decision,
                                    article, post_id, committee_id)
                                values (uuidv7(), :bank, 1, :table, :matter, :article, :post, :committee)""")
                        .param("bank", id.value())
                        .param("table", table)
                        .param("matter", rows[i])
                        .param("article", "第" + (i / 2 + 1) + "条")
                        .param("post", rows[i + 1] instanceof PostId(var post) ? post : null, java.sql.Types.OTHER)
                        .param(
                                "committee",
                                rows[i + 1] instanceof UUID committee ? committee : null,
                                java.sql.Types.OTHER)
                        .update();
            }
            jdbc().sql("""
                            update organization.authority_table
                            set version = 2, adopted_on = :from, adopted_by = '取締役会' where id = :id""")
                    .param("id", table)
                    .param("from", LocalDate.parse(from))
                    .update();
        });
    }

    static Content content(String matter) {
        return content(matter, TODAY.plusDays(60));
    }

    static Content content(String matter, LocalDate until) {
        return new Content("端末の例外", "適用を延期する。", "侵入の恐れ。", "監視を強める。", null, until, matter, null);
    }

    UUID submit(UUID who, String matter) {
        return the(Requests.class).submit(caller(who), id, content(matter), null, null);
    }

    Request request(UUID request) {
        return read(() -> the(RequestRepository.class).find(request)).orElseThrow();
    }

    Decisions.Answer answer(UUID request, @Nullable String comment) {
        return Decisions.Answer.plain(request(request).hash(), comment);
    }

    String status(UUID request) {
        return request(request).status(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")));
    }

    @Override
    public void close() {
        context.close();
    }

    /// The application's own transaction template, whose class is its module's secret.
    private static Class<?> transactions() {
        try {
            return Class.forName("io.kuramori.identity.internal.JdbcTransactions");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Notices as they are told, in memory: who has open what.
    static final class Told implements Notices {

        final List<Notice> open = new ArrayList<>();

        @Override
        public void tell(Caller caller, Notice notice) {
            open.add(notice);
        }

        @Override
        public void settle(Caller caller, String keyPrefix) {
            open.removeIf(notice -> notice.key().startsWith(keyPrefix));
        }

        @Override
        public int unread(Caller caller) {
            return (int) open.stream()
                    .filter(notice -> notice.to().contains(caller.actor().id()))
                    .count();
        }

        /// Words that somebody is told about a request.
        List<String> of(UUID account, UUID request) {
            return open.stream()
                    .filter(notice ->
                            notice.to().contains(account) && notice.key().contains(request.toString()))
                    .map(Notice::words)
                    .toList();
        }
    }

    /// A clock that goes when told.
    static final class Turning extends Clock {

        private Instant now;

        Turning(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        void to(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
