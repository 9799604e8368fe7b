package io.kuramori.asset;

import io.kuramori.database.DataFolder;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Reach;
import io.kuramori.identity.Right;
import io.kuramori.identity.Rights;
import io.kuramori.identity.Role;
import io.kuramori.journal.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The rooms on a real database without web or background: what a test of a ledger needs.
public final class RoomsContext implements AutoCloseable {

    /// Tuesday, 24 November 2026, 09:00 in Tokyo.
    public static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    public static final InstitutionId BANK = new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-000000000001"));
    public static final InstitutionId LEASING =
            new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-000000000002"));
    public static final UUID BANK_POST = UUID.fromString("0193b000-0000-7000-8000-000000000011");

    private final AnnotationConfigApplicationContext context;

    /// @param more configurations of the test's own
    public RoomsContext(Class<?>... more) {
        context = new AnnotationConfigApplicationContext();
        context.register(
                Ground.class,
                named("io.kuramori.identity.internal.JdbcTransactions"),
                named("io.kuramori.identity.rights.RoleRepository"),
                named("io.kuramori.identity.rights.RightsGate"),
                named("io.kuramori.identity.rights.CheckedOwnRecords"));
        for (Class<?> one : more) {
            context.register(one);
        }
        context.refresh();
        seed();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Object bean(String name) {
        return context.getBean(name);
    }

    public static Caller caller(String name, InstitutionId... scope) {
        return new Caller(
                new Actor(
                        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Actor.Kind.PERSON,
                        Actor.Strength.MULTI_FACTOR),
                name,
                Set.of(scope),
                new Rights(
                        Set.of(Role.SECURITY_OFFICE),
                        Map.of(
                                Right.CHANGE_LEDGERS, new Reach(true, Set.of(scope), Set.of()),
                                Right.ATTACH_SBOM, new Reach(true, Set.of(scope), Set.of())),
                        Set.of()));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seed() {
        var jdbc = bean(JdbcClient.class);
        var both = new Caller(Actor.KURAMORI, "蔵守", Set.of(BANK, LEASING));
        bean(io.kuramori.identity.Transactions.class).write(both, "seed", () -> {
            for (var institution : Map.of(BANK, "BANK", LEASING, "LEASING").entrySet()) {
                jdbc.sql("""
                                insert into organization.institution (id, institution_id, code, version, kind, name)
                                values (:id, :id, :code, 1, 'legal_entity', :code)
                                """)
                        .param("id", institution.getKey().value())
                        .param("code", institution.getValue())
                        .update();
            }
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :bank, 'P1', 1, 'システム部長')
                            """).param("id", BANK_POST).param("bank", BANK.value()).update();
            return true;
        });
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "io.kuramori.journal",
                "io.kuramori.organization",
                "io.kuramori.asset",
                "io.kuramori.vulnerability"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ANNOTATION,
                        classes = {Controller.class, Configuration.class}),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Loop|RowCheck|LiveCheck|Sheet|Job)")
            })
    static class Ground {

        @Bean
        @Primary
        DataSource dataSource() {
            return KuramoriDatabase.appDataSource();
        }

        @Bean
        @Qualifier("system")
        DataSource systemDataSource() {
            return KuramoriDatabase.systemDataSource();
        }

        @Bean
        @Primary
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        @Qualifier("system")
        JdbcClient systemJdbcClient(@Qualifier("system") DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        @Primary
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        @Qualifier("systemTransactionManager")
        PlatformTransactionManager systemTransactionManager(@Qualifier("system") DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        AskedApprovals approvals() {
            return new AskedApprovals();
        }

        @Bean
        HeldWork work() {
            return new HeldWork();
        }

        @Bean
        ToldNotices notices() {
            return new ToldNotices();
        }

        @Bean
        io.kuramori.evidence.Blobs blobs() {
            return new MemoryBlobs();
        }

        @Bean(destroyMethod = "close")
        DataFolder dataFolder() throws IOException {
            return DataFolder.hold(Files.createTempDirectory("kuramori-rooms"), Clock.systemUTC());
        }

        @Bean
        JsonMapper jsonMapper() {
            return new JsonMapper();
        }
    }
}
