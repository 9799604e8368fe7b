package io.kuramori.notice.mail;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.organization.PostId;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// A bank with departments and people, notices, the outbox and the real scheduler over a database of its
/// own; a clock that
/// goes
/// when told.
final class PostOffice implements AutoCloseable {

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final InstitutionId bank = new InstitutionId(UUID.randomUUID());
    private final KuramoriDatabase.Handle database = KuramoriDatabase.create();
    private volatile Instant now;

    PostOffice(Instant start, int port, String tls) {
        now = start;
        DataSource app = database.app();
        DataSource system = database.system();
        context.registerBean(
                "appClient", JdbcClient.class, () -> JdbcClient.create(app), bean -> bean.setPrimary(true));
        context.registerBean(
                "systemClient", JdbcClient.class, () -> JdbcClient.create(system), bean -> qualify(bean, "system"));
        context.registerBean("systemSource", DataSource.class, () -> system, bean -> qualify(bean, "system"));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(app));
        context.registerBean(Clock.class, Turning::new);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "kuramori.work.poll", "50ms",
                                "kuramori.work.stop-within", "1s",
                                "kuramori.notice.smtp.host", "127.0.0.1",
                                "kuramori.notice.smtp.port", String.valueOf(port),
                                "kuramori.notice.smtp.tls", tls,
                                "kuramori.notice.from", "kuramori@example.jp",
                                "kuramori.notice.address", "https://kuramori.example.jp")));
        context.register(Scan.class, History.class);
        context.refresh();
        write("設立", jdbc -> jdbc.sql("""
                        insert into organization.institution (id, institution_id, code, version, kind, name)
                        values (:id, :id, 'BANK', 1, 'legal_entity', 'みやこ銀行')""").param("id", bank.value()).update());
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Caller kuramori() {
        return new Caller(Actor.KURAMORI, "蔵守", Set.of(bank));
    }

    Caller caller(UUID account) {
        return new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), "人", Set.of(bank));
    }

    void write(String reason, Consumer<JdbcClient> work) {
        the(Transactions.class).write(kuramori(), reason, () -> {
            work.accept(the(JdbcClient.class));
            return true;
        });
    }

    UUID account(String email) {
        var id = UUID.randomUUID();
        write("登録", jdbc -> {
            jdbc.sql("""
                            insert into identity.account (id, version, email, name, password_hash, password_set_at)
                            values (:id, 1, :email, '人', '', now())""").param("id", id).param("email", email).update();
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            values (:id, :bank, :code, 1, '人', 'ひと', :email)""")
                    .param("id", id)
                    .param("bank", bank.value())
                    .param("code", email)
                    .param("email", email)
                    .update();
            jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            values (uuidv7(), :bank, 1, :id, :id, 'MIGRATED', 'IN_FORCE', 'given', now(), now())""").param("bank", bank.value()).param("id", id).update();
        });
        return id;
    }

    /// A post of a department that somebody holds.
    PostId post(String code, String level, @Nullable UUID department, UUID holder) {
        var id = new PostId(UUID.randomUUID());
        write("発令", jdbc -> {
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name, level, department_id)
                            values (:id, :bank, :code, 1, :code, :level, :department)""")
                    .param("id", id.value())
                    .param("bank", bank.value())
                    .param("code", code)
                    .param("level", level)
                    .param("department", department, Types.OTHER)
                    .update();
            jdbc.sql("""
                            insert into organization.appointment
                                (id, institution_id, version, person_id, post_id, kind, valid_from)
                            values (uuidv7(), :bank, 1, :person, :post, 'concurrent', '2024-04-01')""")
                    .param("bank", bank.value())
                    .param("person", holder)
                    .param("post", id.value())
                    .update();
        });
        return id;
    }

    UUID department(String code, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        write(
                "組織改定",
                jdbc -> jdbc.sql("""
                        insert into organization.department (id, institution_id, code, version, name, parent_id)
                        values (:id, :bank, :code, 1, :code, :parent)""")
                        .param("id", id)
                        .param("bank", bank.value())
                        .param("code", code)
                        .param("parent", parent, Types.OTHER)
                        .update());
        return id;
    }

    void tell(String key, UUID account, boolean acts, @Nullable PostId post) {
        var notice = new Notice(
                key,
                bank,
                "approval.notice.waiting",
                List.of("APR-0001", "2027-01-01", "勘定系の例外"),
                "/approvals/1",
                Set.of(account),
                acts,
                post);
        the(Transactions.class).write(kuramori(), "試し", () -> {
            the(Notices.class).tell(kuramori(), notice);
            return true;
        });
    }

    int unread(UUID account) {
        return the(Notices.class).unread(caller(account));
    }

    @Override
    public void close() {
        context.close();
        KuramoriDatabase.drop(database);
    }

    private static void qualify(BeanDefinition bean, String name) {
        ((AbstractBeanDefinition) bean).addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
    }

    @ComponentScan(
            basePackages = {
                "io.kuramori.work.internal",
                "io.kuramori.organization.internal",
                "io.kuramori.organization.calendar",
                "io.kuramori.notice.inbox",
                "io.kuramori.notice.mail"
            })
    @ComponentScan(
            basePackages = "io.kuramori.identity.internal",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*JdbcTransactions"))
    static class Scan {}

    private final class Turning extends Clock {

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
