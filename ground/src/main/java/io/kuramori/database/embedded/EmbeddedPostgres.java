package io.kuramori.database.embedded;

import io.kuramori.database.DataFolder;
import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import io.kuramori.database.DatabaseServer;
import io.kuramori.database.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL 18 of our own on a data folder: made at the first start, recovered after any kind of end, started
/// again when it dies, stopped with us.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration SURVIVORS_LEAVE_WITHIN = Duration.ofSeconds(30);
    private static final int RESTARTS = 10;
    private static final long RESTARTS_COUNTED_FOR = TimeUnit.MINUTES.toNanos(5);

    /// How to run.
    ///
    /// @param port 0 for any free one
    /// @param durable false only in tests
    /// @param binaries the folder for unpacked programs
    public record Options(int port, boolean durable, Path binaries) {}

    private final Cluster cluster;
    private final Binaries binaries;
    private final RunAs runAs;
    private final Signals signals;
    private final Secrets secrets;
    private final int port;
    private final boolean durable;

    /// Guards the fields below.
    private final ReentrantLock state = new ReentrantLock();

    private Postmaster postmaster;
    private boolean stopping;
    private int restarts;
    private long countingSince = System.nanoTime();

    private EmbeddedPostgres(
            Cluster cluster, Binaries binaries, RunAs runAs, Secrets secrets, int port, boolean durable)
            throws IOException, InterruptedException {
        this.cluster = cluster;
        this.binaries = binaries;
        this.runAs = runAs;
        this.signals = new Signals(binaries, runAs);
        this.secrets = secrets;
        this.port = port;
        this.durable = durable;
        clearSurvivors(cluster, signals);
        this.postmaster = Postmaster.start(cluster, binaries, runAs, port, durable);
    }

    /// Starts on `folder`, which the caller holds.
    ///
    /// @throws DatabaseProblem when it cannot
    public static EmbeddedPostgres start(DataFolder folder, Options options) {
        Platform.here();
        int port = options.port() == 0 ? freePort() : requireFree(options.port());
        var binaries = Binaries.in(options.binaries());
        try {
            var path = folder.resolve("postgres");
            var runAs = RunAs.choose(path, binaries.program("postgres"));
            var secrets = Secrets.in(folder.resolve("database-passwords"));
            var verifier = Scram.verifier(secrets.bootstrap().password());
            var cluster = Cluster.open(path, binaries, runAs, verifier, options.durable());
            var started = new EmbeddedPostgres(cluster, binaries, runAs, secrets, port, options.durable());
            started.watch(started.postmaster);
            started.ensureRoles();
            return started;
        } catch (IOException e) {
            throw DatabaseProblem.ofWriting(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem(e, Kind.DID_NOT_START, "interrupted");
        }
    }

    /// The database `kuramori` and the logins to it.
    public DatabaseServer server() {
        return new DatabaseServer(Roles.url(port, Roles.DATABASE), secrets.owner(), secrets.app(), secrets.system());
    }

    /// The superuser, for tests and repairs; never for a pool.
    public Login superuser() {
        return secrets.bootstrap();
    }

    /// The process of the server as it runs now.
    public long pid() {
        state.lock();
        try {
            return postmaster.pid();
        } finally {
            state.unlock();
        }
    }

    /// Stops the server fast and waits for its end. No error when it has ended already.
    @Override
    public void close() {
        state.lock();
        try {
            stopping = true;
            postmaster.stop(signals);
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state.unlock();
        }
    }

    private void ensureRoles() {
        try {
            Roles.ensure(port, secrets);
        } catch (SQLException e) {
            close();
            throw new DatabaseProblem(e, Kind.DID_NOT_START, String.valueOf(e.getMessage()));
        }
    }

    private void watch(Postmaster run) {
        Thread.ofPlatform().daemon().name("kuramori-postgres-watch").start(() -> {
            run.awaitEnd();
            restart();
        });
    }

    private void restart() {
        state.lock();
        try {
            if (stopping) {
                return;
            }
            if (System.nanoTime() - countingSince > RESTARTS_COUNTED_FOR) {
                countingSince = System.nanoTime();
                restarts = 0;
            }
            startAgain();
        } catch (IOException | DatabaseProblem e) {
            LOG.error("PostgreSQL ended and does not start again; Kuramori must be restarted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state.unlock();
        }
    }

    private void startAgain() throws IOException, InterruptedException {
        while (true) {
            restarts++;
            LOG.warn("PostgreSQL ended unexpectedly; starting it again ({} of {})", restarts, RESTARTS);
            try {
                clearSurvivors(cluster, signals);
                postmaster = Postmaster.start(cluster, binaries, runAs, port, durable);
                watch(postmaster);
                return;
            } catch (DatabaseProblem e) {
                if (restarts >= RESTARTS) {
                    throw e;
                }
            }
        }
    }

    /// Leaves nobody at work in the cluster: asks a former postmaster to stop, waits for its processes, and ends
    /// what is still there. Then a left-over `postmaster.pid` says nothing true, whoever has its number now, and is
    /// removed.
    private static void clearSurvivors(Cluster cluster, Signals signals) throws IOException, InterruptedException {
        var survivors = Survivors.of(cluster.path());
        for (ProcessHandle survivor : survivors) {
            signals.fastShutdown(survivor.pid());
        }
        long deadline = System.nanoTime() + SURVIVORS_LEAVE_WITHIN.toNanos();
        while (!survivors.isEmpty() && System.nanoTime() - deadline < 0) {
            survivors
                    .getFirst()
                    .onExit()
                    .completeOnTimeout(survivors.getFirst(), 50, TimeUnit.MILLISECONDS)
                    .join();
            survivors = Survivors.of(cluster.path());
        }
        for (ProcessHandle survivor : survivors) {
            survivor.destroyForcibly();
            survivor.onExit().join();
        }

        Files.deleteIfExists(cluster.path().resolve("postmaster.pid"));
    }

    private static int requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new DatabaseProblem(e, Kind.PORT_TAKEN, Integer.toString(port));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseProblem(e, Kind.PORT_TAKEN, "0");
        }
    }
}
