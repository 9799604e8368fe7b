package io.kuramori.evidence.backup;

import io.kuramori.database.DatabaseServer;
import io.kuramori.database.Migrations;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a verified backup into an empty installation: the files, then all rows and the new epoch in one transaction.
final class Restore {

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    private final DatabaseServer server;
    private final Blobs blobs;

    Restore(DatabaseServer server, Blobs blobs) {
        this.server = server;
        this.blobs = blobs;
    }

    void run(BackupReader backup, Teller teller) throws IOException, SQLException, BackupProblem {
        Manifest manifest = backup.manifest();
        requireEmpty();
        requireKnown(manifest);

        Migrations.runUpTo(server, manifest.migration());
        loadBlobs(backup, teller);
        int epoch = loadRows(backup, teller);
        Migrations.run(server);

        LOG.info("restored backup {} of {}", backup.fingerprint(), manifest.createdAt());
        teller.say(
                "evidence.restore.done",
                manifest.createdAt(),
                manifest.journal().size(),
                manifest.journal().epoch(),
                epoch);
        teller.say("evidence.backup.no-keys");
    }

    private void requireEmpty() throws SQLException, BackupProblem {
        try (Connection connection = server.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('public.schema_history') is null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new BackupProblem("evidence.restore.database-not-empty");
            }
        }
    }

    private void requireKnown(Manifest manifest) throws BackupProblem {
        if (!Migrations.known(server).contains(manifest.migration())) {
            throw new BackupProblem("evidence.restore.newer", manifest.migration());
        }
    }

    private void loadBlobs(BackupReader backup, Teller teller) throws IOException {
        for (Manifest.Blob blob : backup.manifest().blobs()) {
            try (InputStream bytes = backup.part(blob.entry())) {
                BlobRef ref = blobs.put(bytes, blob.size());
                if (!ref.sha256().equals(blob.sha256())) {
                    throw new IOException(blob.entry() + " changed while it was read");
                }
            }
        }
        teller.say("evidence.restore.blobs", backup.manifest().blobs().size());
    }

    private int loadRows(BackupReader backup, Teller teller) throws IOException, SQLException, BackupProblem {
        try (Connection connection = server.ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            RestoreRepository target = new RestoreRepository(connection);
            target.load(backup, teller);
            Manifest manifest = backup.manifest();
            int epoch = target.openEpoch(
                    manifest.journal(),
                    "restored from the backup of " + manifest.createdAt() + ", fingerprint " + backup.fingerprint());
            connection.commit();
            return epoch;
        }
    }
}
