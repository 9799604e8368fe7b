package io.kuramori.evidence.looking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.tika.mime.MediaType;
import org.springframework.stereotype.Component;

/// Looks into a file that lies on this machine and is not kept yet. Memory does not grow with the file.
@Component
public final class Looker {

    /// @param name as the file came; its last part says what it is meant to be
    public Looked look(Path file, String name) throws IOException {
        var bytes = Kinds.ofBytes(file);
        var declared = Kinds.ofName(name);
        var real = real(file, bytes);
        return new Looked(
                sha256(file),
                Files.size(file),
                real.toString(),
                declared.toString(),
                Kinds.agree(real, declared),
                into(file, bytes, name.toLowerCase(Locale.ROOT)));
    }

    private static Look into(Path file, MediaType bytes, String name) throws IOException {
        try {
            if (Files.size(file) == 0) {
                return new Look.Refused(Said.of("evidence.look.empty"));
            }
            if (bytes.equals(Kinds.PDF)) {
                return PdfLook.look(file);
            }
            if (Kinds.zipped(bytes)) {
                return zipped(file);
            }
            if (bytes.equals(Kinds.OLD_OFFICE) || bytes.toString().equals("application/x-ole-storage")) {
                return old(file);
            }
            if (Kinds.text(bytes) || (bytes.equals(MediaType.OCTET_STREAM) && Encodings.looksLikeText(file))) {
                return TextLook.look(file, separator(name));
            }
            return new Look.NotRead(Said.of("evidence.look.format", bytes));
        } catch (Unreadable why) {
            return new Look.Refused(why.why());
        }
    }

    private static char separator(String name) {
        if (name.endsWith(".csv")) {
            return ',';
        }
        return name.endsWith(".tsv") || name.endsWith(".tab") ? '\t' : '\n';
    }

    private static Look zipped(Path file) throws IOException, Unreadable {
        try (var parts = Parts.open(file)) {
            if (parts.has("xl/workbook.xml")) {
                return SheetLook.look(parts);
            }
            if (parts.has("word/document.xml")) {
                return DocumentLook.document(parts);
            }
            if (parts.has("ppt/presentation.xml")) {
                return DocumentLook.slides(parts);
            }
            return new Look.NotRead(Said.of("evidence.look.format", real(parts)));
        }
    }

    /// Compound documents: a workbook with a password, or Office of before 2007. Names of streams are UTF-16LE.
    private static Look old(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(1 << 20), java.nio.charset.StandardCharsets.UTF_16LE);
            return head.contains("EncryptedPackage")
                    ? new Look.Refused(Said.of("evidence.look.locked"))
                    : new Look.NotRead(Said.of("evidence.look.old-office"));
        }
    }

    /// What the parts of a package say it is.
    private static MediaType real(Path file, MediaType bytes) throws IOException {
        if (!Kinds.zipped(bytes)) {
            return bytes;
        }
        try (var parts = Parts.open(file)) {
            return MediaType.parse(real(parts));
        } catch (Unreadable _) {
            return bytes;
        }
    }

    private static String real(Parts parts) {
        var office = "application/vnd.openxmlformats-officedocument.";
        if (parts.has("xl/workbook.xml")) {
            return office + "spreadsheetml.sheet";
        }
        if (parts.has("word/document.xml")) {
            return office + "wordprocessingml.document";
        }
        if (parts.has("ppt/presentation.xml")) {
            return office + "presentationml.presentation";
        }
        return parts.mimetype()
                .filter(type -> type.matches("application/[a-z0-9.+-]{1,80}"))
                .orElse("application/zip");
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[Bounds.PIECE];
            int count = in.read(buffer);
            while (count >= 0) {
                count = in.read(buffer);
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
