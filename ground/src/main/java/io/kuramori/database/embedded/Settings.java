package io.kuramori.database.embedded;

import java.util.ArrayList;
import java.util.List;

/// How the server runs: small, local, durable. Passed on the command line, so that a new version of Kuramori brings
/// its own and the cluster holds none.
final class Settings {

    /// Never statements nor the values in an error's detail: they would put what the ledgers hold into a log file.
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=64MB",
            "effective_cache_size=256MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "wal_buffers=4MB",
            "min_wal_size=80MB",
            "max_wal_size=512MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_worker_processes=4",
            "max_parallel_workers=2",
            "max_parallel_workers_per_gather=1",
            "autovacuum_max_workers=2",
            "io_method=sync",
            "jit=off",
            "huge_pages=off",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_statement=none",
            "log_checkpoints=off",
            "log_line_prefix=");

    private static final List<String> NOT_DURABLE =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private Settings() {}

    static List<String> arguments(int port, boolean durable) {
        var arguments = new ArrayList<String>();
        for (String setting : ALWAYS) {
            arguments.add("-c");
            arguments.add(setting);
        }
        if (!durable) {
            for (String setting : NOT_DURABLE) {
                arguments.add("-c");
                arguments.add(setting);
            }
        }
        arguments.add("-p");
        arguments.add(Integer.toString(port));

        return arguments;
    }
}
