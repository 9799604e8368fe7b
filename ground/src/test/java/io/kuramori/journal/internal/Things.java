package io.kuramori.journal.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A tracked table of the tests' own, and hands to change and read it with.
final class Things {

    static final InstitutionId BANK = new InstitutionId(UUID.fromString("01936f00-0000-7000-8000-0000000000b1"));
    static final InstitutionId LENDER = new InstitutionId(UUID.fromString("01936f00-0000-7000-8000-0000000000b2"));
    static final Caller BANKER = new Caller(
            new Actor(
                    UUID.fromString("01936f00-0000-7000-8000-0000000000a1"),
                    Actor.Kind.PERSON,
                    Actor.Strength.MULTI_FACTOR),
            "山田 花子",
            Set.of(BANK));

    private static final JsonMapper JSON = JsonMapper.shared();

    private Things() {}

    static void create(DataSource owner) {
        JdbcClient.create(owner).sql("""
                        create schema test;
                        grant usage on schema test to kuramori_app, kuramori_system;
                        create table test.thing (
                            id             uuid primary key,
                            institution_id uuid not null,
                            version        integer not null,
                            name           text,
                            amount         numeric,
                            password       text,
                            search_key     text
                        );
                        call kuramori.guard('test.thing');
                        call journal.track('test.thing', 'thing', array['password'], array['search_key']);
                        grant delete on test.thing to kuramori_app;
                        """).update();
    }

    static Sequencer sequencer(DataSource system) {
        return new Sequencer(
                new JournalRepository(system, JSON), new JdbcTransactionManager(system), Clock.systemUTC());
    }

    static RowCheck liveCheck(DataSource system) {
        return new RowCheck(new JournalRepository(system, JSON), system, new JdbcTransactionManager(system));
    }

    /// What the transaction template does, by hand, so that tests can hold transactions open.
    static void settle(Connection connection, Caller caller, String reason) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("""
                select set_config('kuramori.scope', ?, true), set_config('kuramori.actor', ?, true),
                       set_config('kuramori.actor_kind', 'PERSON', true),
                       set_config('kuramori.strength', 'MULTI_FACTOR', true), set_config('kuramori.reason', ?, true)
                """)) {
            set.setString(1, caller.scope().iterator().next().value().toString());
            set.setString(2, caller.actor().id().toString());
            set.setString(3, reason);
            set.execute();
        }
    }

    static void insert(Connection connection, UUID id, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into test.thing (id, institution_id, version, name, amount, password, search_key)
                values (?, ?, 1, ?, 12.50, 'secret', 'key')
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, BANK.value());
            insert.setString(3, name);
            insert.executeUpdate();
        }
    }

    static void rename(Connection connection, UUID id, @org.jspecify.annotations.Nullable String name)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update test.thing set name = ?, version = version + 1 where id = ?")) {
            update.setString(1, name);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from test.thing where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    /// The table as of a journal size, by the product's function.
    static Map<String, JsonNode> asOf(JdbcClient system, long size) {
        Map<String, JsonNode> things = new TreeMap<>();
        system.sql("select id::text, jsonb_strip_nulls(to_jsonb(t)) from test.thing_at(:size) t")
                .param("size", size)
                .query(row -> {
                    things.put(row.getString(1), JSON.readTree(row.getString(2)));
                });
        return things;
    }

    /// The table as of every size, replayed naively from the entries alone.
    static List<Map<String, JsonNode>> replay(JdbcClient system) {
        List<Map<String, JsonNode>> sizes = new ArrayList<>();
        sizes.add(Map.of());
        system.sql("""
                        select e.record_id::text, e.action, e.fields, e.version
                        from journal.leaf l join journal.entry e on e.id = l.entry_id order by l.log_index
                        """).query(row -> {
            Map<String, JsonNode> next = new TreeMap<>(sizes.getLast());
            apply(next, row.getString(1), row.getString(2), JSON.readTree(row.getString(3)));
            sizes.add(next);
        });
        return sizes;
    }

    private static void apply(Map<String, JsonNode> things, String id, String action, JsonNode fields) {
        if (action.equals("delete")) {
            things.remove(id);
            return;
        }

        JsonNode old = things.get(id);
        ObjectNode thing = old == null ? JSON.createObjectNode() : ((ObjectNode) old).deepCopy();
        for (var field : fields.properties()) {
            if (field.getValue().isNull()) {
                thing.remove(field.getKey());
            } else {
                thing.set(field.getKey(), field.getValue());
            }
        }
        things.put(id, thing);
    }
}
