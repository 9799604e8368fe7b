package io.kuramori.evidence.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds, part by part; the last entry of the file but one. Its SHA-256 is the backup's fingerprint.
///
/// @param format 1; a reader refuses a higher one
/// @param createdAt when the snapshot was taken, ISO 8601
/// @param migration newest migration of the database it was taken from
/// @param journal the journal's head in the snapshot
record Manifest(
        int format,
        String createdAt,
        String migration,
        Journal journal,
        List<Table> tables,
        List<Sequence> sequences,
        List<Blob> blobs) {

    static final int FORMAT = 1;

    Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        blobs = List.copyOf(blobs);
    }

    /// @param root hexadecimal, null while the log keeps no tree
    record Journal(long size, int epoch, @Nullable String root) {}

    /// A table in PostgreSQL's text format of `COPY`.
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {

        Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + schema + "." + name;
        }
    }

    record Sequence(String schema, String name, long value, boolean called) {}

    record Blob(String sha256, long size) {

        String entry() {
            return "blobs/" + sha256;
        }
    }
}
