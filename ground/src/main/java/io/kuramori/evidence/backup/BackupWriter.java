package io.kuramori.evidence.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes one backup file: a zip of parts, their manifest, and the manifest's own hash. Readable by its owner only.
final class BackupWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String FINGERPRINT = "manifest.sha256";

    /// What writes a part's bytes.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final FileChannel channel;
    private final ZipOutputStream zip;

    BackupWriter(Path file) throws IOException {
        this.channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /// @return the SHA-256 of the part's bytes
    String part(String name, Content content) throws IOException {
        MessageDigest digest = Hashes.sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Ends the file and forces it to disk.
    ///
    /// @return the fingerprint
    String finish(Manifest manifest) throws IOException {
        byte[] json = JsonMapper.builder().build().writeValueAsBytes(manifest);
        String fingerprint = part(MANIFEST, out -> out.write(json));
        part(FINGERPRINT, out -> out.write(fingerprint.getBytes(StandardCharsets.US_ASCII)));
        zip.finish();
        zip.flush();
        channel.force(true);
        return fingerprint;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Parts may close what they are given; the file stays open.
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
