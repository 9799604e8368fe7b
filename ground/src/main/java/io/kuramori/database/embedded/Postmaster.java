package io.kuramori.database.embedded;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the server's first process, from its start to its end.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int REMEMBERED_LINES = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final ConcurrentLinkedDeque<String> lastLines = new ConcurrentLinkedDeque<>();

    private final Thread log;

    private Postmaster(Process process) {
        this.process = process;
        this.log = Thread.ofVirtual().name("kuramori-postgres-log").unstarted(this::follow);
    }

    /// Starts the server and returns when it accepts connections; recovery after a crash is part of the wait.
    static Postmaster start(Cluster cluster, Binaries binaries, RunAs runAs, int port, boolean durable)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(binaries.program("postgres").toString());
        command.add("-D");
        command.add(cluster.path().toString());
        command.addAll(Settings.arguments(port, durable));
        var process = Spawner.spawn(new ProcessBuilder(runAs.command(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true));
        process.getOutputStream().close();
        var postmaster = new Postmaster(process);
        postmaster.log.start();
        postmaster.awaitReady(cluster.path().resolve("postmaster.pid"), port);

        return postmaster;
    }

    long pid() {
        return process.pid();
    }

    /// Returns when the server has ended.
    void awaitEnd() {
        process.onExit().join();
    }

    /// Fast shutdown; returns when the server has ended.
    void stop(Signals signals) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }

        signals.fastShutdown(process.pid());
        if (!process.waitFor(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("PostgreSQL did not stop within {} s; ending it at once", STOPS_WITHIN.toSeconds());
            signals.immediateShutdown(process.pid());
            process.waitFor();
        }
    }

    private void awaitReady(Path pidFile, int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!ready(pidFile)) {
            if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw problem(port);
            }
            if (System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw problem(port);
            }
        }
    }

    /// The eighth line of `postmaster.pid` is the server's state, its first the process
    /// (`src/include/utils/pidfile.h`).
    private boolean ready(Path pidFile) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return false;
        }

        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
    }

    private DatabaseProblem problem(int port) throws InterruptedException {
        log.join(LAST_WORDS);
        var text = String.join("\n", lastLines);
        if (DatabaseProblem.noSpace(text)) {
            return new DatabaseProblem(Kind.DISK_FULL, "PostgreSQL");
        }
        if (text.contains("could not bind") || text.contains("Address already in use")) {
            return new DatabaseProblem(Kind.PORT_TAKEN, Integer.toString(port));
        }

        return new DatabaseProblem(Kind.DID_NOT_START, text);
    }

    private void follow() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lastLines.addLast(line);
                if (lastLines.size() > REMEMBERED_LINES) {
                    lastLines.pollFirst();
                }
                if (line.startsWith("FATAL") || line.startsWith("PANIC")) {
                    LOG.warn("PostgreSQL: {}", line);
                } else {
                    LOG.debug("PostgreSQL: {}", line);
                }
            }
        } catch (IOException e) {
            LOG.debug("the log of PostgreSQL ended", e);
        }
    }
}
