package io.kuramori.database.embedded;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The files of PostgreSQL below the data folder: there whole or not at all.
record Cluster(Path path) {

    private static final String STAGING = "postgres.new";

    /// Opens the cluster at `path`, or makes it.
    ///
    /// @param durable false only in tests: does not wait for the disk
    static Cluster open(Path path, Binaries binaries, RunAs runAs, String bootstrapVerifier, boolean durable)
            throws IOException, InterruptedException {
        if (Files.notExists(path)) {
            create(path, binaries, runAs, bootstrapVerifier, durable);
        }
        requireOurVersion(Files.readString(path.resolve("PG_VERSION")).strip());
        if (runAs instanceof RunAs.Dedicated(int uid) && Ownership.uid(path) != uid) {
            Folders.give(path, uid);
        }
        if (runAs instanceof RunAs.Namespace && Ownership.uid(path) != 0) {
            Folders.give(path, 0);
        }

        return new Cluster(path);
    }

    private static void requireOurVersion(String version) {
        int major = Integer.parseInt(version);
        if (major > Binaries.MAJOR) {
            throw new DatabaseProblem(Kind.NEWER_DATA, "PostgreSQL " + version);
        }
        if (major < Binaries.MAJOR) {
            throw new DatabaseProblem(Kind.OLDER_DATA, version);
        }
    }

    /// `initdb` wants a user that has a name, and the dedicated one has none. So `nobody` makes the files, in a
    /// folder whose name cannot be guessed, and they are handed over before they are used. What `nobody` could read
    /// meanwhile is a new, empty cluster and a verifier, no password.
    private static void create(Path path, Binaries binaries, RunAs runAs, String verifier, boolean durable)
            throws IOException, InterruptedException {
        var staging = path.resolveSibling(STAGING);
        Folders.delete(staging);
        Files.createDirectory(staging, permissions("rwx--x--x"));
        var work = Files.createDirectory(staging.resolve(UUID.randomUUID().toString()), permissions("rwx------"));
        var password = Files.createFile(work.resolve("verifier"), permissions("rw-------"));
        Files.writeString(password, verifier);
        RunAs maker = runAs;
        if (runAs instanceof RunAs.Dedicated) {
            maker = new RunAs.Dedicated(RunAs.NOBODY);
            Folders.give(work, RunAs.NOBODY);
        }

        var made = work.resolve("cluster");
        initdb(maker, binaries, made, password, durable);
        Files.writeString(made.resolve("pg_hba.conf"), """
                # Written by Kuramori: this machine only, by password only.
                host all all 127.0.0.1/32 scram-sha-256
                """);
        if (runAs instanceof RunAs.Dedicated(int uid)) {
            Folders.give(made, uid);
        }
        Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(staging);
    }

    private static void initdb(RunAs runAs, Binaries binaries, Path made, Path password, boolean durable)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + made,
                "--username=kuramori_bootstrap",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--text-search-config=simple",
                "--no-instructions"));
        if (!durable) {
            command.add("--no-sync");
        }
        var process = Spawner.spawn(new ProcessBuilder(runAs.command(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true));
        process.getOutputStream().close();
        String output;
        try (var stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw DatabaseProblem.noSpace(output)
                    ? new DatabaseProblem(Kind.DISK_FULL, made)
                    : new DatabaseProblem(Kind.DID_NOT_START, "initdb: " + output.strip());
        }
    }

    private static java.nio.file.attribute.FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
