package io.kuramori.database;

import io.kuramori.database.DatabaseProblem.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the database to this version's shape: one history, a folder of timestamped migrations per module, run by
/// the owner before anybody gets a connection.
public final class Migrations {

    /// While migrations run, `kuramori_system` may create in the owner's schemas: PostgreSQL asks that of the new
    /// owner of a function (`alter function … owner to kuramori_system`). Never afterwards.
    private static final String OPEN = """
            do $$
            declare schema_name name;
            begin
                alter default privileges grant create on schemas to kuramori_system;
                for schema_name in select nspname from pg_namespace where nspowner = current_role::regrole loop
                    execute format('grant create on schema %I to kuramori_system', schema_name);
                end loop;
            end $$
            """;

    private static final String CLOSE = """
            do $$
            declare schema_name name;
            begin
                alter default privileges revoke create on schemas from kuramori_system;
                for schema_name in select nspname from pg_namespace where nspowner = current_role::regrole loop
                    execute format('revoke create on schema %I from kuramori_system', schema_name);
                end loop;
            end $$
            """;

    private Migrations() {}

    /// Runs what is not yet there.
    ///
    /// @throws DatabaseProblem NEWER_DATA when the database holds a migration that this version does not know
    public static Flyway run(DatabaseServer server) {
        return runUpTo(server, "latest");
    }

    /// Runs what is not yet there up to and including `version`, for the shape that a backup was taken in.
    public static Flyway runUpTo(DatabaseServer server, String version) {
        var flyway = flyway(server, version);
        requireNotNewer(flyway);
        execute(server, OPEN);
        try {
            flyway.migrate();
        } finally {
            execute(server, CLOSE);
        }

        return flyway;
    }

    /// The versions this program knows.
    public static Set<String> known(DatabaseServer server) {
        return Arrays.stream(flyway(server, "latest").info().all())
                .filter(info -> info.getState() != MigrationState.FUTURE_SUCCESS)
                .map(info -> String.valueOf(info.getVersion()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Flyway flyway(DatabaseServer server, String target) {
        return Flyway.configure()
                .dataSource(server.ownerDataSource())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .table("schema_history")
                .target(target)
                .outOfOrder(false)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load();
    }

    private static void requireNotNewer(Flyway flyway) {
        var newer = Arrays.stream(flyway.info().all())
                .filter(info -> info.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .reduce((earlier, later) -> later);
        if (newer.isPresent()) {
            throw new DatabaseProblem(Kind.NEWER_DATA, newer.get());
        }
    }

    private static void execute(DatabaseServer server, String sql) {
        try (var connection = server.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseProblem(e, Kind.DID_NOT_START, String.valueOf(e.getMessage()));
        }
    }
}
