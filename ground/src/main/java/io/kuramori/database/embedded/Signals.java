package io.kuramori.database.embedded;

import java.io.IOException;
import java.util.List;

/// Sends PostgreSQL the signals that `Process.destroy()` cannot: SIGINT is its fast shutdown, SIGTERM waits for
/// clients.
record Signals(Binaries binaries, RunAs runAs) {

    /// Asks the postmaster `pid` for a fast shutdown: open transactions are rolled back, all else is written.
    void fastShutdown(long pid) throws IOException, InterruptedException {
        send("INT", pid);
    }

    /// Ends a process of PostgreSQL at once; the next start recovers from the log.
    void immediateShutdown(long pid) throws IOException, InterruptedException {
        send("QUIT", pid);
    }

    private void send(String signal, long pid) throws IOException, InterruptedException {
        var command = List.of(binaries.program("pg_ctl").toString(), "kill", signal, Long.toString(pid));
        var process = new ProcessBuilder(runAs.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
    }
}
