package io.kuramori.evidence.looking;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/// What kind a file is: by its bytes, and by its name.
final class Kinds {

    static final MediaType OFFICE = MediaType.application("x-tika-ooxml");
    static final MediaType OLD_OFFICE = MediaType.application("x-tika-msoffice");
    static final MediaType PDF = MediaType.application("pdf");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> TEXTS = Set.of(
            "application/json", "application/xml", "application/javascript", "application/x-yaml", "application/sql");

    private Kinds() {}

    /// By the bytes alone.
    static MediaType ofBytes(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return TYPES.detect(in, new Metadata()).getBaseType();
        }
    }

    /// By the name alone; `application/octet-stream` when it says nothing.
    static MediaType ofName(String name) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return TYPES.detect(null, metadata).getBaseType();
    }

    /// Whether a file whose bytes say the one may have a name that says the other: the same kind, or a special form of
    /// it (a spreadsheet is a zip archive, a table of values is text).
    static boolean agree(MediaType bytes, MediaType name) {
        if (bytes.equals(name)
                || bytes.equals(MediaType.OCTET_STREAM)
                || name.equals(MediaType.OCTET_STREAM)
                || kin(name, bytes)
                || kin(bytes, name)) {
            return true;
        }
        return text(bytes) && text(name);
    }

    static boolean text(MediaType type) {
        return type.getType().equals("text")
                || TEXTS.contains(type.toString())
                || type.getSubtype().endsWith("+xml")
                || type.getSubtype().endsWith("+json")
                || kin(type, MediaType.TEXT_PLAIN)
                || kin(type, MediaType.APPLICATION_XML);
    }

    static boolean zipped(MediaType type) {
        return type.equals(MediaType.APPLICATION_ZIP) || type.equals(OFFICE) || kin(type, MediaType.APPLICATION_ZIP);
    }

    private static boolean kin(MediaType special, MediaType general) {
        var registry = TYPES.getMediaTypeRegistry();
        return registry.isSpecializationOf(special, general) || registry.isInstanceOf(special, general);
    }
}
