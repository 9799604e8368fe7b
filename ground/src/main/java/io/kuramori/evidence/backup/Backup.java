package io.kuramori.evidence.backup;

import io.kuramori.database.DatabaseServer;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.evidence.backup.SnapshotRepository.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Takes a backup while everything runs: all tables in one repeatable-read snapshot, then the files. A file is stored
/// before the row that names it is committed, so every file the snapshot names is there.
///
/// Keys are never in it.
@Component
final class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private final DatabaseServer server;
    private final DataSource system;
    private final Blobs blobs;
    private final Clock clock;

    Backup(DatabaseServer server, @Qualifier("system") DataSource system, Blobs blobs, Clock clock) {
        this.server = server;
        this.system = system;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Writes beside `file`, reads everything back, and only then gives it its name.
    void write(Path file, Teller teller) throws IOException, SQLException, BackupProblem {
        if (Files.exists(file)) {
            throw new BackupProblem("evidence.backup.exists", file);
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            String fingerprint = writePartial(partial, teller);
            teller.say("evidence.backup.verifying");
            BackupReader.open(partial).close();
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("backup written to {}, fingerprint {}", file, fingerprint);
            teller.say("evidence.backup.done", file, Files.size(file), fingerprint);
            teller.say("evidence.backup.no-keys");
        } catch (FileAlreadyExistsException running) {
            throw new BackupProblem(running, "evidence.backup.exists", partial);
        } catch (IOException | SQLException | BackupProblem | RuntimeException failure) {
            Files.deleteIfExists(partial);
            throw failure;
        }
    }

    private String writePartial(Path partial, Teller teller) throws IOException, SQLException {
        try (BackupWriter writer = new BackupWriter(partial);
                BorrowedRights _ = BorrowedRights.lend(server.ownerDataSource());
                Connection connection = system.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                Manifest manifest = parts(writer, connection, teller);
                return writer.finish(manifest);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private Manifest parts(BackupWriter writer, Connection connection, Teller teller) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            // A policy that would hide a row is an error here, not a shorter backup.
            statement.execute("set local row_security = off");
        }
        SnapshotRepository snapshot = new SnapshotRepository(connection);
        List<TableShape> shapes = snapshot.tables();
        String createdAt = clock.instant().toString();
        List<Manifest.Table> tables = new ArrayList<>();
        for (TableShape shape : shapes) {
            Manifest.Table table = table(writer, connection, shape);
            tables.add(table);
            teller.say("evidence.backup.table", tables.size(), shapes.size(), table.entry(), table.rows());
        }

        return new Manifest(
                Manifest.FORMAT,
                createdAt,
                snapshot.migration(),
                snapshot.journal(),
                tables,
                snapshot.sequences(),
                blobs(writer, teller));
    }

    private static Manifest.Table table(BackupWriter writer, Connection connection, TableShape shape)
            throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String sql = "copy " + shape.quoted() + " (" + shape.columnList() + ") to stdout";
        long[] rows = new long[1];
        String sha256 =
                writer.part("tables/" + shape.schema() + "." + shape.name(), out -> rows[0] = copyOut(copy, sql, out));
        return new Manifest.Table(shape.schema(), shape.name(), shape.columns(), rows[0], sha256);
    }

    private static long copyOut(CopyManager copy, String sql, OutputStream out) throws IOException {
        try {
            return copy.copyOut(sql, out);
        } catch (SQLException failure) {
            throw new IOException(sql, failure);
        }
    }

    private List<Manifest.Blob> blobs(BackupWriter writer, Teller teller) throws IOException {
        List<Manifest.Blob> kept = new ArrayList<>();
        try (Stream<BlobRef> all = blobs.list()) {
            for (BlobRef ref : (Iterable<BlobRef>) all::iterator) {
                if (blob(writer, ref)) {
                    kept.add(new Manifest.Blob(ref.sha256(), ref.size()));
                }
            }
        }
        teller.say("evidence.backup.blobs", kept.size());
        return kept;
    }

    /// @return whether it was still there: a file disposed of since it was listed is not missed
    private boolean blob(BackupWriter writer, BlobRef ref) throws IOException {
        Optional<InputStream> content = blobs.open(ref.sha256());
        if (content.isEmpty()) {
            return false;
        }
        try (InputStream bytes = content.get()) {
            writer.part("blobs/" + ref.sha256(), bytes::transferTo);
        }
        return true;
    }
}
