package io.kuramori.evidence.items;

import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.blobs.FolderStore;
import io.kuramori.evidence.items.Item.Facts;
import io.kuramori.evidence.looking.Looker;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.RestrictedRecords;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.organization.PostId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The module on a real database and a real folder, with rights that let everybody do everything; for one process.
final class EvidenceHouse implements AutoCloseable {

    static final InstitutionId BANK = new InstitutionId(UUID.fromString("0193e000-0000-7000-8000-0000000000b1"));
    static final PostId POST = new PostId(UUID.fromString("0193e000-0000-7000-8000-0000000000c1"));

    private final FolderStore store;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /// @param wrapped makes of the store what the test needs
    EvidenceHouse(DataSource pool, Path folder, Clock clock, UnaryOperator<Blobs> wrapped)
            throws ReflectiveOperationException, IOException {
        store = FolderStore.open(folder);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(Blobs.class, () -> wrapped.apply(store.blobs()));
        context.registerBean(OwnRecords.class, () -> (caller, right) -> (institution, post) -> true);
        context.registerBean(StepUp.class, () -> caller -> true);
        context.registerBean(RestrictedRecords.class, Open::new);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("kuramori.evidence.largest", "2GB")));
        context.register(History.class, Looker.class, Class.forName("io.kuramori.identity.internal.JdbcTransactions"));
        context.scan(
                "io.kuramori.organization.internal", "io.kuramori.organization.calendar", "io.kuramori.evidence.items");
        context.refresh();
    }

    /// A pool for another process, by the words with which it was started.
    static DataSource pool(String url, String password) {
        return new DriverManagerDataSource(url, "kuramori_app", password);
    }

    void furnish() {
        write(jdbc -> {
            jdbc.sql("""
                            insert into organization.institution (id, institution_id, code, version, kind, name)
                            values (:id, :id, 'BANK', 1, 'legal_entity', 'みやこ銀行')""").param("id", BANK.value()).update();
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :bank, 'P-1', 1, 'システム部長')""").param("id", POST.value()).param("bank", BANK.value()).update();
        });
    }

    void write(Consumer<JdbcClient> work) {
        bean(Transactions.class).write(kuramori(), "試し", () -> {
            work.accept(bean(JdbcClient.class));
            return true;
        });
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Caller caller() {
        return new Caller(
                new Actor(
                        UUID.fromString("0193e000-0000-7000-8000-0000000000a1"),
                        Actor.Kind.PERSON,
                        Actor.Strength.MULTI_FACTOR),
                "人",
                Set.of(BANK));
    }

    static Caller kuramori() {
        return new Caller(Actor.KURAMORI, "蔵守", Set.of(BANK));
    }

    static Draft draft(String title) {
        var facts = new Facts(
                title,
                "点検の結果",
                POST,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 9, 30),
                LocalDate.of(2026, 10, 1),
                null);
        return new Draft(BANK, facts, false, null);
    }

    @Override
    public void close() throws IOException {
        context.close();
        store.close();
    }

    /// Restricts nothing.
    private static final class Open implements RestrictedRecords {

        @Override
        public void restrict(Caller caller, String kind, InstitutionId institution, UUID record, Set<UUID> readers) {
            throw new UnsupportedOperationException("nothing is restricted here");
        }

        @Override
        public void name(Caller caller, UUID record, Set<UUID> readers) {
            throw new UnsupportedOperationException("nothing is restricted here");
        }

        @Override
        public void lift(UUID record) {
            throw new UnsupportedOperationException("nothing is restricted here");
        }

        @Override
        public Set<UUID> readers(UUID record) {
            return Set.of();
        }

        @Override
        public void noteRead(Caller caller, InstitutionId institution, UUID record) {
            // Only readings in an emergency are noted.
        }

        @Override
        public List<GlassRead> glassReads(UUID record) {
            return List.of();
        }
    }
}
