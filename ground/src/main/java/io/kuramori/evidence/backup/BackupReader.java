package io.kuramori.evidence.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Opens a backup file and vouches for it: nothing is taken from it before every part has the hash that the manifest
/// says. That finds damage and careless changes; a forger who rewrites the manifest too is found by comparing the
/// fingerprint with the one printed when the backup was made.
final class BackupReader implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 256 * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;
    private final String fingerprint;

    private BackupReader(Path file, ZipFile zip, Manifest manifest, String fingerprint) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
        this.fingerprint = fingerprint;
    }

    /// @throws BackupProblem when the file is missing, cut off, altered, or of a newer format
    static BackupReader open(Path file) throws BackupProblem {
        if (!Files.isRegularFile(file)) {
            throw new BackupProblem("evidence.backup.no-file", file);
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return verified(file, zip);
            } catch (IOException | BackupProblem failure) {
                zip.close();
                throw failure;
            }
        } catch (IOException unreadable) {
            throw new BackupProblem(
                    unreadable, "evidence.backup.unreadable", file, String.valueOf(unreadable.getMessage()));
        }
    }

    Manifest manifest() {
        return manifest;
    }

    String fingerprint() {
        return fingerprint;
    }

    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing in " + file);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupReader verified(Path file, ZipFile zip) throws IOException, BackupProblem {
        byte[] json = bytes(file, zip, BackupWriter.MANIFEST);
        String fingerprint = Hashes.of(json);
        String said = new String(bytes(file, zip, BackupWriter.FINGERPRINT), StandardCharsets.US_ASCII);
        if (!fingerprint.equals(said)) {
            throw new BackupProblem("evidence.backup.altered", file, BackupWriter.MANIFEST);
        }

        BackupReader reader = new BackupReader(file, zip, parse(file, json), fingerprint);
        reader.verifyParts();
        return reader;
    }

    private static Manifest parse(Path file, byte[] json) throws BackupProblem {
        JsonMapper mapper = JsonMapper.builder().build();
        try {
            int format = mapper.readTree(json).path("format").asInt(0);
            if (format > Manifest.FORMAT) {
                throw new BackupProblem("evidence.backup.newer-format", file, format, Manifest.FORMAT);
            }
            return mapper.readValue(json, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new BackupProblem(unreadable, "evidence.backup.altered", file, BackupWriter.MANIFEST);
        }
    }

    private void verifyParts() throws IOException, BackupProblem {
        Set<String> expected = new HashSet<>(Set.of(BackupWriter.MANIFEST, BackupWriter.FINGERPRINT));
        for (Manifest.Table table : manifest.tables()) {
            verifyPart(table.entry(), table.sha256(), expected);
        }
        for (Manifest.Blob blob : manifest.blobs()) {
            verifyPart(blob.entry(), blob.sha256(), expected);
        }

        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (!expected.contains(entry.getName())) {
                throw new BackupProblem("evidence.backup.altered", file, entry.getName());
            }
        }
    }

    private void verifyPart(String name, String sha256, Set<String> expected) throws IOException, BackupProblem {
        expected.add(name);
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupProblem("evidence.backup.part-missing", file, name);
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            if (!Hashes.of(bytes).equals(sha256)) {
                throw new BackupProblem("evidence.backup.altered", file, name);
            }
        }
    }

    private static byte[] bytes(Path file, ZipFile zip, String name) throws IOException, BackupProblem {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupProblem("evidence.backup.not-ours", file);
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            return bytes.readNBytes(LARGEST_MANIFEST);
        }
    }
}
