package io.kuramori.identity.rights;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// The services of this package on the database of the test class that runs now, with a clock that goes when told and
/// a group of four institutions: one on top, two below it, one below the first of these.
final class RightsOnly implements AutoCloseable {

    static final InstitutionId TOP = id(1);
    static final InstitutionId LEFT = id(2);
    static final InstitutionId RIGHT = id(3);
    static final InstitutionId LOW = id(4);
    static final Set<InstitutionId> ALL = Set.of(TOP, LEFT, RIGHT, LOW);

    private final AnnotationConfigApplicationContext context;
    private final MovableClock clock = new MovableClock();

    RightsOnly() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> clock);
        context.register(
                Ground.class,
                transactions(),
                RoleRepository.class,
                BreakGlassRepository.class,
                RightsNow.class,
                Grants.class,
                Emergencies.class,
                StoredRestrictions.class);
        context.refresh();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /// The account as it may act at this moment.
    Caller caller(UUID account) {
        var rights = the(RightsNow.class).of(account);
        return new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), "人", ALL, rights);
    }

    UUID account(int number) {
        var account = new UUID(0x0193b00000007000L, 0x8000000000000a00L + number);
        write(jdbc -> jdbc.sql("""
                        insert into identity.account (id, version, email, name, password_hash, password_set_at)
                        values (:id, 1, :email, :email, 'none', now())
                        """)
                .param("id", account)
                .param("email", "a" + number + "@example.jp")
                .update());
        return account;
    }

    /// As at set-up: by Kuramori itself.
    void give(UUID account, String role) {
        write(jdbc -> jdbc.sql("""
                        insert into identity.role (id, version, account_id, role, valid_from)
                        values (uuidv7(), 1, :account, :role, :now)
                        """)
                .param("account", account)
                .param("role", role)
                .param("now", RoleRepository.utc(now()))
                .update());
    }

    void write(java.util.function.Consumer<JdbcClient> work) {
        the(Transactions.class).write(new Caller(Actor.KURAMORI, "蔵守", ALL), "test", () -> {
            work.accept(the(JdbcClient.class));
            return true;
        });
    }

    @Override
    public void close() {
        context.close();
    }

    private static InstitutionId id(int number) {
        return new InstitutionId(new UUID(0x0193b00000007000L, 0x8000000000000b00L + number));
    }

    /// The application's own transaction template, whose class is its package's secret.
    private static Class<?> transactions() {
        try {
            return Class.forName("io.kuramori.identity.internal.JdbcTransactions");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T03:00:00Z");

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

    /// Not marked as a configuration, so that no scan of another test finds it.
    static class Ground {

        @Bean
        static PropertySourcesPlaceholderConfigurer placeholders() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        /// One connection for all: the walks are one long row of short transactions.
        @Bean(destroyMethod = "destroy")
        DataSource dataSource() throws java.sql.SQLException {
            return new SingleConnectionDataSource(
                    KuramoriDatabase.appDataSource().getConnection(), true);
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        InstitutionTree tree() {
            return new InstitutionTree() {
                @Override
                public Set<InstitutionId> subtree(InstitutionId root) {
                    return RightsModel.subtree(root);
                }

                @Override
                public Set<InstitutionId> all() {
                    return ALL;
                }
            };
        }
    }
}
