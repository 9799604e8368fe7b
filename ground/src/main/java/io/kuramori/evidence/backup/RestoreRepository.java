package io.kuramori.evidence.backup;

import io.kuramori.evidence.backup.SnapshotRepository.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Loads rows as they were, as the owner, in the one transaction that its caller commits.
///
/// Triggers and foreign keys are off (`session_replication_role`): the history is itself in the backup and must not be
/// written twice, and one snapshot is consistent in itself. Row-level security is lifted from the owner meanwhile.
final class RestoreRepository {

    private final Connection connection;

    RestoreRepository(Connection connection) {
        this.connection = connection;
    }

    void load(BackupReader backup, Teller teller) throws SQLException, IOException, BackupProblem {
        Map<String, TableShape> shapes = new SnapshotRepository(connection)
                .tables().stream().collect(Collectors.toMap(TableShape::quoted, Function.identity()));
        List<Manifest.Table> tables = backup.manifest().tables();
        execute("set local session_replication_role = replica");
        empty(List.copyOf(shapes.values()));

        int loaded = 0;
        for (Manifest.Table table : tables) {
            TableShape shape =
                    shapes.get(SnapshotRepository.quote(table.schema()) + "." + SnapshotRepository.quote(table.name()));
            if (shape == null) {
                throw new BackupProblem("evidence.restore.unknown-table", table.schema() + "." + table.name());
            }
            loadTable(backup, table, shape);
            loaded++;
            teller.say("evidence.restore.table", loaded, tables.size(), table.entry(), table.rows());
        }
        for (Manifest.Sequence sequence : backup.manifest().sequences()) {
            set(sequence);
        }
        force(List.copyOf(shapes.values()), "force");
    }

    /// @return the number of the epoch opened
    int openEpoch(Manifest.Journal restored, String note) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select journal.open_epoch(?, ?, ?)")) {
            statement.setLong(1, restored.size());
            String root = restored.root();
            statement.setBytes(2, root == null ? null : HexFormat.of().parseHex(root));
            statement.setString(3, note);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void empty(List<TableShape> shapes) throws SQLException {
        force(shapes, "no force");
        execute("truncate "
                + String.join(", ", shapes.stream().map(TableShape::quoted).toList()));
    }

    private void force(List<TableShape> shapes, String word) throws SQLException {
        for (TableShape shape : shapes) {
            if (shape.forced()) {
                execute("alter table " + shape.quoted() + " " + word + " row level security");
            }
        }
    }

    private void loadTable(BackupReader backup, Manifest.Table table, TableShape shape)
            throws SQLException, IOException, BackupProblem {
        String columns = String.join(
                ", ", table.columns().stream().map(SnapshotRepository::quote).toList());
        String sql = "copy " + shape.quoted() + " (" + columns + ") from stdin";
        try (InputStream rows = backup.part(table.entry())) {
            long count = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
            if (count != table.rows()) {
                throw new BackupProblem("evidence.restore.rows", table.entry(), count, table.rows());
            }
        }
    }

    private void set(Manifest.Sequence sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(
                    1, SnapshotRepository.quote(sequence.schema()) + "." + SnapshotRepository.quote(sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
