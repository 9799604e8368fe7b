package io.kuramori.database.embedded;

import io.kuramori.database.DataFolder;
import io.kuramori.database.Migrations;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The program that `KillTest` kills: starts the server on a data folder and writes journalled rows from several
/// threads for ever. Says each acknowledged write on a line of its own: `ack <thread> <id> <version>`.
final class KilledWriter {

    private static final int THREADS = 4;
    private static final String ACTOR = """
            select set_config('kuramori.actor', '01890000-0000-7000-8000-0000000000aa', true),
                   set_config('kuramori.actor_kind', 'SERVICE', true),
                   set_config('kuramori.strength', 'MACHINE', true),
                   set_config('kuramori.reason', 'crash test', true),
                   set_config('kuramori.scope', '01890000-0000-7000-8000-000000000001', true)
            """;

    /// A row that a thread has written, and its version.
    private record Written(UUID id, int version) {}

    /// Logging goes elsewhere.
    private static final PrintStream ACKNOWLEDGED = System.out;

    private final EmbeddedPostgres postgres;

    private KilledWriter(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static void main(String[] args) throws SQLException {
        System.setOut(System.err);
        var folder = DataFolder.hold(Path.of(args[0]), Clock.systemUTC());
        var postgres = EmbeddedPostgres.start(folder, new EmbeddedPostgres.Options(0, true, Path.of(args[1])));
        Migrations.run(postgres.server());
        var writer = new KilledWriter(postgres);
        writer.createTable();
        say("pid " + postgres.pid());
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            var random = new Random(Long.parseLong(args[2]) * THREADS + number);
            Thread.ofPlatform().start(() -> writer.writeForEver(number, random));
        }
    }

    private void createTable() throws SQLException {
        var owner = postgres.server().owner();
        try (var connection = DriverManager.getConnection(postgres.server().url(), owner.user(), owner.password());
                var statement = connection.createStatement();
                var there = statement.executeQuery("select 1 from pg_namespace where nspname = 'crash'")) {
            if (there.next()) {
                return;
            }
            connection.setAutoCommit(false);
            statement.execute("""
                    create schema crash;
                    grant usage on schema crash to kuramori_app, kuramori_system;
                    create table crash.thing (id uuid primary key, institution_id uuid not null,
                                              version integer not null, name text not null);
                    call kuramori.guard('crash.thing');
                    call journal.track('crash.thing', 'crash.thing')
                    """);
            connection.commit();
        }
    }

    /// A broken connection is replaced: the server may have been killed, and comes back.
    private void writeForEver(int thread, Random random) {
        var written = new ArrayList<Written>();
        while (true) {
            var app = postgres.server().app();
            try (var connection = DriverManager.getConnection(postgres.server().url(), app.user(), app.password())) {
                connection.setAutoCommit(false);
                while (true) {
                    writeOne(connection, thread, written, random);
                }
            } catch (SQLException e) {
                // What the last write left is not known, so its row is not written to again.
                written.clear();
            }
        }
    }

    private static void writeOne(Connection connection, int thread, List<Written> written, Random random)
            throws SQLException {
        boolean update = !written.isEmpty() && random.nextInt(3) > 0;
        var chosen = update ? written.remove(random.nextInt(written.size())) : new Written(UUID.randomUUID(), 0);
        var next = new Written(chosen.id(), chosen.version() + 1);
        try (var actor = connection.prepareStatement(ACTOR)) {
            actor.execute();
        }
        var sql = update
                ? "update crash.thing set version = version + 1, name = ? where id = ?"
                : "insert into crash.thing (version, institution_id, name, id)"
                        + " values (1, '01890000-0000-7000-8000-000000000001', ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "蔵".repeat(1 + random.nextInt(200)));
            statement.setObject(2, next.id());
            statement.executeUpdate();
        }
        connection.commit();
        say("ack " + thread + " " + next.id() + " " + next.version());
        written.add(next);
    }

    private static synchronized void say(String line) {
        ACKNOWLEDGED.println(line);
    }
}
