package io.kuramori.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// The application in a process of its own, on a data folder and an embedded PostgreSQL that go with it.
final class House implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private House(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /// @param command what starts the application; port and data folder are added
    static House start(List<String> command) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("kuramori-bench-");
        // The embedded server may run as another user, who must reach its own folder below.
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        int port = freePort();
        var whole = new ArrayList<>(command);
        whole.add("--server.port=" + port);
        whole.add("--kuramori.data=" + folder.resolve("data"));
        var process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var house = new House(process, folder, port);
        house.awaitHealthy();
        return house;
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealthy() throws IOException, InterruptedException {
        long until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (healthy()) {
                return;
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        var log = Files.readString(folder.resolve("log"));
        close();
        throw new IOException("the application did not start:\n" + log);
    }

    private boolean healthy() throws InterruptedException {
        try {
            return http.send(request("/actuator/health").build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(5));
    }

    HttpClient http() {
        return http;
    }

    long pid() {
        return process.pid();
    }

    /// A connection with the passwords of the data folder.
    ///
    /// @param user `kuramori_app` or `kuramori_owner`
    Connection connect(String user) throws IOException, SQLException {
        var passwords = new Properties();
        try (var text = Files.newBufferedReader(folder.resolve("data/database-passwords"))) {
            passwords.load(text);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/kuramori?reWriteBatchedInserts=true",
                user,
                passwords.getProperty(user));
    }

    private int databasePort() throws IOException {
        try (var files = Files.walk(folder.resolve("data"), 4)) {
            var pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no running cluster in " + folder));
            // The fourth line of postmaster.pid is the port.
            return Integer.parseInt(Files.readAllLines(pid).get(3).strip());
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
