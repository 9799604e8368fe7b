package io.kuramori.database.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/// The three roles and the database, made or brought up to date by the bootstrap superuser at every start.
///
/// `kuramori_owner` may hand a function to `kuramori_system` (`set`), but has none of its rights by itself
/// (`inherit`).
final class Roles {

    static final String DATABASE = "kuramori";

    private Roles() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static void ensure(int port, Secrets secrets) throws SQLException {
        var bootstrap = secrets.bootstrap();
        try (var connection =
                        DriverManager.getConnection(url(port, "postgres"), bootstrap.user(), bootstrap.password());
                var statement = connection.createStatement()) {
            role(connection, statement, secrets.owner().user(), secrets.owner().password(), "nobypassrls");
            role(connection, statement, secrets.app().user(), secrets.app().password(), "nobypassrls");
            role(
                    connection,
                    statement,
                    secrets.system().user(),
                    secrets.system().password(),
                    "bypassrls");
            statement.execute("grant kuramori_system to kuramori_owner with inherit false, set true");
            // Restoring a backup loads rows as they were, so without the triggers that would journal them again.
            statement.execute("grant set on parameter session_replication_role to kuramori_owner");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database kuramori owner kuramori_owner");
            }
            statement.execute("revoke all on database kuramori from public");
            statement.execute("grant connect on database kuramori to kuramori_app, kuramori_system");
        }
    }

    private static void role(Connection connection, Statement statement, String name, String password, String rls)
            throws SQLException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
        var attributes = "login nosuperuser nocreatedb nocreaterole noreplication " + rls;
        statement.execute(String.format(
                Locale.ROOT, "%s role %s %s password '%s'", verb, name, attributes, Scram.verifier(password)));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
