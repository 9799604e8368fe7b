package io.kuramori.evidence.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the database holds, seen through one connection's snapshot.
final class SnapshotRepository {

    /// Our schemas are those of the owner; `public` holds the migrations' own table, which a restore makes anew.
    private static final String TABLES = """
            /* language=sql */
            select n.nspname, c.relname, c.relforcerowsecurity,
                   array(select a.attname::text from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum) as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and pg_get_userbyid(c.relowner) = 'kuramori_owner' and n.nspname <> 'public'
            order by n.nspname, c.relname
            """;

    private static final String SEQUENCES = """
            /* language=sql */
            select n.nspname, c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and pg_get_userbyid(c.relowner) = 'kuramori_owner' and n.nspname <> 'public'
            order by n.nspname, c.relname
            """;

    private final Connection connection;

    SnapshotRepository(Connection connection) {
        this.connection = connection;
    }

    /// @param forced whether row-level security binds the owner too
    record TableShape(String schema, String name, boolean forced, List<String> columns) {

        String quoted() {
            return quote(schema) + "." + quote(name);
        }

        String columnList() {
            return String.join(
                    ", ", columns.stream().map(SnapshotRepository::quote).toList());
        }
    }

    List<TableShape> tables() throws SQLException {
        List<TableShape> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new TableShape(rows.getString(1), rows.getString(2), rows.getBoolean(3), List.of((String[])
                        rows.getArray(4).getArray())));
            }
        }
        return tables;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                sequences.add(sequence(rows.getString(1), rows.getString(2)));
            }
        }
        return sequences;
    }

    Manifest.Journal journal() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select size, epoch, root from journal.head")) {
            row.next();
            byte @Nullable [] root = row.getBytes(3);
            return new Manifest.Journal(
                    row.getLong(1),
                    row.getInt(2),
                    root == null ? null : HexFormat.of().formatHex(root));
        }
    }

    String migration() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        /* language=sql */
                        select version from public.schema_history
                        where success and version is not null
                        order by installed_rank desc limit 1
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Manifest.Sequence sequence(String schema, String name) throws SQLException {
        String query = "select last_value, is_called from " + quote(schema) + "." + quote(name);
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Manifest.Sequence(schema, name, row.getLong(1), row.getBoolean(2));
        }
    }
}
