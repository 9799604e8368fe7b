package io.kuramori.identity.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Reach;
import io.kuramori.identity.RestrictedRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.Rights;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.StaleRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionSystemException;

/// A random walk over records that are restricted, shared, changed and opened: what somebody sees of them by any road
/// (rows, parts, counts, search, history, entries, the table as of a size) is what the model says, and nothing shows
/// that there is more. Long because the walk, its model and the roads are one thing: a step means nothing without them.
@ExtendWith(KuramoriDatabase.class)
class RestrictedWalkTest {

    private static final int ACCOUNTS = 5;

    /// Every road to a record: each answers with the ids of the records it leads to.
    private static final Map<String, String> ROADS = Map.of(
            "rows", "select id from walk.dossier",
            "rows locked for nothing", "select id from walk.dossier where version > 0 order by title",
            "parts", "select dossier_id from walk.note",
            "history", "select record_id from walk.dossier_history",
            "history of parts", "select (row ->> 'dossier_id')::uuid from walk.note_history",
            "entries", "select record_id from journal.entry where kind = 'walk.dossier'",
            "entries of parts", "select (fields ->> 'dossier_id')::uuid from journal.entry where kind = 'walk.note'",
            "as of", "select id from walk.dossier_at(1000000000)",
            "parts as of", "select dossier_id from walk.note_at(1000000000)",
            "search", "select walk.find('件')");

    /// And what tells of the restriction itself.
    private static final List<String> TRACES = List.of(
            "select id from identity.restricted",
            "select record_id from identity.reader",
            "select record_id from identity.restricted_history",
            "select (row ->> 'record_id')::uuid from identity.reader_history",
            "select record_id from journal.entry where kind = 'identity.restricted'",
            "select (fields ->> 'record_id')::uuid from journal.entry where kind = 'identity.reader' and action = 'insert'",
            "select subject_id from journal.entry where subject_id is not null");

    private final Map<UUID, Dossier> dossiers = new HashMap<>();
    private final List<UUID> accounts = new ArrayList<>();
    private final Map<UUID, Set<InstitutionId>> opened = new HashMap<>();

    /// A record of the walk; no readers means that it is not restricted.
    private record Dossier(InstitutionId institution, Set<UUID> readers) {}

    @BeforeAll
    static void createTables() {
        JdbcClient.create(KuramoriDatabase.ownerDataSource()).sql("""
                        create schema walk;
                        grant usage on schema walk to kuramori_app, kuramori_system;
                        create table walk.dossier (
                            id             uuid primary key,
                            institution_id uuid not null,
                            version        integer not null,
                            title          text not null
                        );
                        create table walk.note (
                            id             uuid primary key,
                            institution_id uuid not null,
                            version        integer not null,
                            dossier_id     uuid not null references walk.dossier,
                            text           text not null
                        );
                        call kuramori.guard('walk.dossier');
                        call kuramori.guard('walk.note');
                        call journal.track('walk.dossier', 'walk.dossier');
                        call journal.track('walk.note', 'walk.note');
                        call journal.restrict('walk.dossier');
                        call journal.restrict('walk.note', subject => 'dossier_id');
                        create function walk.find(word text) returns setof uuid
                            language sql stable security definer set search_path = pg_catalog, pg_temp as $$
                            select d.id from walk.dossier d
                            where position(word in d.title) > 0 and kuramori.visible(d.institution_id, d.id)
                        $$;
                        grant execute on function walk.find(text) to kuramori_app;
                        """).update();
        // As a migration does: the function sees every row and asks for itself.
        JdbcClient.create(KuramoriDatabase.superuser())
                .sql("alter function walk.find(text) owner to kuramori_system")
                .update();
    }

    @Test
    void nothingOfARestrictedRecordIsSeenByAnybodyElse(TestReporter reporter) {
        walk(1_500, reporter);
    }

    @Test
    @Tag("full")
    void norInAMillionSteps(TestReporter reporter) {
        walk(1_000_000, reporter);
    }

    private void walk(int steps, TestReporter reporter) {
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var random = new Random(seed);
        try (var house = new RightsOnly()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                accounts.add(house.account(100 + i));
            }
            for (int step = 0; step < steps; step++) {
                var where = "step " + step + " of -Dkuramori.seed=" + seed;
                step(house, random, where);
                if (step % 4 == 0) {
                    sequence();
                    look(house, caller(accounts.get(random.nextInt(ACCOUNTS)), random), where);
                }
            }
            assertThat(dossiers.values())
                    .as("the walk went everywhere")
                    .anyMatch(one -> one.readers().isEmpty());
            assertThat(dossiers.values()).anyMatch(one -> one.readers().size() > 1);
        }
    }

    private void step(RightsOnly house, Random random, String where) {
        var caller = caller(accounts.get(random.nextInt(ACCOUNTS)), random);
        if (dossiers.size() < 40 && random.nextInt(6) == 0) {
            add(house, caller, random);
            return;
        }
        if (dossiers.isEmpty()) {
            return;
        }
        var id = dossiers.keySet().stream()
                .skip(random.nextInt(dossiers.size()))
                .findFirst()
                .orElseThrow();
        switch (random.nextInt(9)) {
            case 0, 1 -> change(house, caller, id, where);
            case 2, 3 -> note(house, caller, id, where);
            case 4 -> restrict(house, caller, id, random, where);
            case 5 -> name(house, caller, id, random, where);
            case 6 -> lift(house, caller, id, where);
            case 7 -> noteRead(house, caller, id, where);
            default -> open(caller, random);
        }
    }

    private void add(RightsOnly house, Caller caller, Random random) {
        var at = caller.scope().stream()
                .sorted(java.util.Comparator.comparing(InstitutionId::value))
                .toList();
        if (at.isEmpty()) {
            return;
        }
        var id = new UUID(random.nextLong(), random.nextLong());
        var institution = at.get(random.nextInt(at.size()));
        write(
                house,
                caller,
                () -> jdbc(house)
                        .sql("insert into walk.dossier (id, institution_id, version, title) values (:id, :at, 1, '件')")
                        .param("id", id)
                        .param("at", institution.value())
                        .update());
        dossiers.put(id, new Dossier(institution, new HashSet<>()));
    }

    private void change(RightsOnly house, Caller caller, UUID id, String where) {
        var dossier = the(id);
        int rows = write(
                house,
                caller,
                () -> jdbc(house)
                        .sql("update walk.dossier set version = version + 1, title = '件の' || version where id = :id")
                        .param("id", id)
                        .update());
        assertThat(rows == 1).as("change by %s, %s", caller, where).isEqualTo(changes(caller, dossier));
    }

    private void note(RightsOnly house, Caller caller, UUID id, String where) {
        var dossier = the(id);
        boolean done = succeeds(() -> write(
                house,
                caller,
                () -> jdbc(house)
                        .sql("""
                        insert into walk.note (id, institution_id, version, dossier_id, text)
                        values (gen_random_uuid(), :at, 1, :id, '件の覚え')
                        """)
                        .param("at", dossier.institution().value())
                        .param("id", id)
                        .update()));
        assertThat(done).as("a note by %s, %s", caller, where).isEqualTo(changes(caller, dossier));
    }

    private void restrict(RightsOnly house, Caller caller, UUID id, Random random, String where) {
        var dossier = the(id);
        if (!dossier.readers().isEmpty() || !caller.scope().contains(dossier.institution())) {
            return;
        }
        var readers = some(random);
        write(house, caller, () -> {
            records(house).restrict(caller, "walk.dossier", dossier.institution(), id, readers);
            return 1;
        });
        dossier.readers().addAll(readers);
        dossier.readers().add(caller.actor().id());
        assertThat(read(house, caller, () -> records(house).readers(id)))
                .as(where)
                .isEqualTo(dossier.readers());
    }

    private void name(RightsOnly house, Caller caller, UUID id, Random random, String where) {
        var dossier = the(id);
        if (dossier.readers().isEmpty()) {
            return;
        }
        var readers = some(random);
        if (readers.isEmpty()) {
            removeAll(house, caller, id, where);
            return;
        }
        boolean done = succeeds(() -> write(house, caller, () -> {
            records(house).name(caller, id, readers);
            return 1;
        }));
        boolean may = changes(caller, dossier);
        assertThat(done).as("other readers by %s, %s", caller, where).isEqualTo(may);
        if (done) {
            dossier.readers().clear();
            dossier.readers().addAll(readers);
        }
    }

    /// Past the service: the database keeps the last reader.
    private void removeAll(RightsOnly house, Caller caller, UUID id, String where) {
        int[] rows = {0};
        boolean done = succeeds(() -> {
            rows[0] = 0;
            write(
                    house,
                    caller,
                    () -> rows[0] = jdbc(house).sql("""
                            update identity.reader set version = version + 1, removed_at = now()
                            where record_id = :id and removed_at is null
                            """).param("id", id).update());
        });
        assertThat(done && rows[0] > 0)
                .as("no reader left by %s, %s", caller, where)
                .isFalse();
    }

    private void lift(RightsOnly house, Caller caller, UUID id, String where) {
        var dossier = the(id);
        if (dossier.readers().isEmpty()) {
            return;
        }
        boolean done = succeeds(() -> write(house, caller, () -> {
            records(house).lift(id);
            return 1;
        }));
        assertThat(done).as("lifted by %s, %s", caller, where).isEqualTo(changes(caller, dossier));
        if (done) {
            dossier.readers().clear();
        }
    }

    /// Reading through an emergency leaves a note, which the readers see and the one who read does not.
    private void noteRead(RightsOnly house, Caller caller, UUID id, String where) {
        var dossier = the(id);
        if (dossier.readers().isEmpty() || !sees(caller, dossier)) {
            return;
        }
        var reader = new Caller(
                new Actor(dossier.readers().iterator().next(), Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR),
                "人",
                RightsOnly.ALL,
                Rights.NONE);
        int before = read(house, reader, () -> records(house).glassReads(id)).size();
        records(house).noteRead(caller, dossier.institution(), id);
        int after = read(house, reader, () -> records(house).glassReads(id)).size();

        boolean through = !dossier.readers().contains(caller.actor().id());
        assertThat(after - before).as(where).isEqualTo(through && before < 200 ? 1 : 0);
        if (through) {
            assertThat(read(house, caller, () -> records(house).glassReads(id)))
                    .as(where)
                    .isEmpty();
        }
    }

    private void open(Caller caller, Random random) {
        opened.put(
                caller.actor().id(),
                random.nextBoolean() ? Set.of() : RightsModel.subtree(random.nextBoolean() ? RightsOnly.LEFT : null));
    }

    private void look(RightsOnly house, Caller caller, String where) {
        var seen = new TreeSet<UUID>();
        var restricted = new TreeSet<UUID>();
        dossiers.forEach((id, dossier) -> {
            if (sees(caller, dossier)) {
                seen.add(id);
                if (!dossier.readers().isEmpty()) {
                    restricted.add(id);
                }
            }
        });
        ROADS.forEach((road, sql) -> {
            var found = new TreeSet<>(read(house, caller, () -> ids(house, sql)));
            assertThat(seen).as("%s for %s, %s", road, caller, where).containsAll(found);
            if (!road.contains("parts")) {
                assertThat(found).as("%s for %s, %s", road, caller, where).isEqualTo(seen);
            }
        });
        for (String trace : TRACES) {
            var found = new TreeSet<>(read(house, caller, () -> ids(house, trace)));
            found.removeAll(seen);
            assertThat(found).as("%s for %s, %s", trace, caller, where).isEmpty();
        }
        assertThat(new TreeSet<>(read(
                        house, caller, () -> ids(house, "select id from identity.restricted where lifted_at is null"))))
                .as(where)
                .isEqualTo(restricted);
        assertThat(read(
                        house,
                        caller,
                        () -> jdbc(house)
                                .sql("select count(*) from walk.dossier")
                                .query(Integer.class)
                                .single()))
                .as(where)
                .isEqualTo(seen.size());
    }

    private static boolean sees(Caller caller, Dossier dossier) {
        return changes(caller, dossier)
                || (caller.scope().contains(dossier.institution())
                        && caller.rights().opened().contains(dossier.institution()));
    }

    private static boolean changes(Caller caller, Dossier dossier) {
        return caller.scope().contains(dossier.institution())
                && (dossier.readers().isEmpty()
                        || dossier.readers().contains(caller.actor().id()));
    }

    private Caller caller(UUID account, Random random) {
        var scope = random.nextInt(4) == 0 ? RightsModel.subtree(RightsOnly.LEFT) : RightsOnly.ALL;
        var rights = new Rights(
                Set.of(Role.SECURITY_OFFICE),
                Map.of(Right.READ_CASES, new Reach(true, scope, Set.of())),
                opened.getOrDefault(account, Set.of()));
        return new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), "人", scope, rights);
    }

    private Set<UUID> some(Random random) {
        var some = new HashSet<UUID>();
        for (UUID account : accounts) {
            if (random.nextInt(3) == 0) {
                some.add(account);
            }
        }
        return some;
    }

    /// Gives every entry its place, so that the tables can be asked as of a size.
    private static void sequence() {
        JdbcClient.create(KuramoriDatabase.superuser()).sql("""
                        with waiting as (delete from journal.pending returning entry_id)
                        insert into journal.leaf (log_index, entry_id, epoch, leaf, leaf_hash)
                        select (select coalesce(max(log_index), -1) from journal.leaf)
                                   + row_number() over (order by entry_id),
                               entry_id, 1, decode('00', 'hex'), decode(repeat('00', 32), 'hex')
                        from waiting
                        """).update();
    }

    private Dossier the(UUID id) {
        return java.util.Objects.requireNonNull(dossiers.get(id));
    }

    private static List<UUID> ids(RightsOnly house, String sql) {
        return jdbc(house).sql(sql).query((row, n) -> row.getObject(1, UUID.class)).list().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (DataAccessException | TransactionSystemException | AccessDeniedException | StaleRecord refused) {
            return false;
        }
    }

    private static JdbcClient jdbc(RightsOnly house) {
        return house.the(JdbcClient.class);
    }

    private static RestrictedRecords records(RightsOnly house) {
        return house.the(RestrictedRecords.class);
    }

    private static <T> T read(RightsOnly house, Caller caller, Supplier<T> work) {
        return house.the(Transactions.class).read(caller, work);
    }

    private static int write(RightsOnly house, Caller caller, Supplier<Integer> work) {
        return house.the(Transactions.class).write(caller, "test", work);
    }
}
