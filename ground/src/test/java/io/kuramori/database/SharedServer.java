package io.kuramori.database;

import io.kuramori.database.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;

/// The one server of this JVM's tests, without waiting for the disk, gone with the JVM.
final class SharedServer {

    /// Migrated once; nobody connects to it afterwards.
    static final String TEMPLATE = "kuramori";

    private static final class Holder {
        static final SharedServer INSTANCE = new SharedServer();
    }

    private final EmbeddedPostgres postgres;

    private SharedServer() {
        try {
            var root = Files.createTempDirectory("kuramori-test-");
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            var folder = DataFolder.hold(root, Clock.systemUTC());
            this.postgres = EmbeddedPostgres.start(folder, new EmbeddedPostgres.Options(0, false, programs()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
            Migrations.run(postgres.server());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SharedServer get() {
        return Holder.INSTANCE;
    }

    /// Where tests keep the unpacked programs, for all JVMs of this user.
    static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "kuramori-programs-" + System.getProperty("user.name"));
    }

    KuramoriDatabase.Handle handle(String name) {
        var server = postgres.server();
        var url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;

        return new KuramoriDatabase.Handle(name, server.withUrl(url), postgres.superuser());
    }

    /// Runs a statement as the superuser, outside the test databases.
    void execute(String sql) {
        try (var connection = handle("postgres").superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void end(DataFolder folder) {
        postgres.close();
        folder.close();
        try (var files = Files.walk(folder.path())) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
