package io.kuramori.database.embedded;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once per version into a folder that is there whole or not at all.
///
/// Not trusted by name alone: the folder must belong to the user who runs Kuramori and be writable by nobody else.
record Binaries(Path home) {

    /// Version of the programs; part of the folder's name.
    static final String VERSION = "18.6.0";

    static final int MAJOR = 18;

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /// Finds or unpacks the programs below `cache`.
    static Binaries in(Path cache) {
        var home = cache.resolve("postgres-" + VERSION);
        try {
            if (!Files.isDirectory(home)) {
                unpack(Platform.here(), cache, home);
            }
            Ownership.requireOurs(home);
            return new Binaries(home);
        } catch (IOException e) {
            throw DatabaseProblem.ofWriting(cache, e);
        }
    }

    private static void unpack(Platform platform, Path cache, Path home) throws IOException {
        Files.createDirectories(cache);
        var staging = Files.createTempDirectory(cache, "unpacking-");
        try {
            Files.setPosixFilePermissions(staging, FOLDER);
            try (var archive = open(platform)) {
                unpack(archive, staging);
            }
            Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; its copy is as good as ours.
            Folders.delete(staging);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("no atomic rename in " + cache, e);
        }
    }

    private static TarArchiveInputStream open(Platform platform) throws IOException {
        var resource = Binaries.class.getResourceAsStream("/" + platform.resource());
        if (resource == null) {
            throw new DatabaseProblem(Kind.UNSUPPORTED_PLATFORM, platform);
        }

        return new TarArchiveInputStream(new XZCompressorInputStream(resource));
    }

    private static void unpack(TarArchiveInputStream archive, Path into) throws IOException {
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            var target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("entry outside its archive: " + entry.getName());
            }
            // Static libraries are for linking against, not for running.
            if (!entry.getName().endsWith(".a")) {
                unpack(archive, entry, target);
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, FOLDER);
            return;
        }

        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0b001_000_000) != 0 ? PROGRAM : FILE);
        }
    }
}
