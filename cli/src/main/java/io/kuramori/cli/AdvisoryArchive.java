package io.kuramori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads the documents in a zip archive as a stream. Nothing is written anywhere, so the names of entries lead nowhere;
/// they only say what an entry is. An archive in an archive is refused, and one that passes a bound is left from there
/// on, which is told with the entry's name.
final class AdvisoryArchive {

    private final AdvisoryFiles files;
    private final Limits limits;
    private final String name;
    private int others;

    AdvisoryArchive(AdvisoryFiles files, Limits limits, String name) {
        this.files = files;
        this.limits = limits;
        this.name = name;
    }

    void read(InputStream raw) {
        Unpacked.Counted packed = new Unpacked.Counted(raw);
        // Not closed: the caller closes the file.
        ZipInputStream zip = new ZipInputStream(packed);
        Unpacked unpacked = new Unpacked(zip, packed, limits.unpacked());
        String at = name;
        try {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.entries()) {
                    skip(name, "expected at most " + limits.entries() + " entries; the rest was not read");
                    break;
                }
                at = name + "!" + entry.getName();
                if (!entry.isDirectory()) {
                    unpacked.entry();
                    entry(at, entry.getName(), unpacked);
                }
                // What a document did not need is unpacked here, so that the bounds hold for it, too.
                unpacked.transferTo(OutputStream.nullOutputStream());
                at = name;
            }
            if (entries == 0) {
                skip(name, "expected a zip archive with entries");
            }
        } catch (IOException e) {
            skip(at, "cannot be read, nor what follows in the archive: " + e.getMessage());
        }
        if (others > limits.others()) {
            skip(name, (others - limits.others()) + " more entries of other kinds");
        }
    }

    private void entry(String at, String entry, InputStream unpacked) throws IOException {
        if (entry.matches("(?s).*\\.(zip|jar|7z|rar|tar|tgz|tar\\.gz|tar\\.xz)")) {
            skip(at, "expected a document, not an archive in an archive");
        } else if (AdvisoryFiles.isDocument(entry)) {
            files.documents(at, unpacked);
        } else if (++others <= limits.others()) {
            skip(at, "expected .json, .ndjson, .jsonl, .xml or .rdf, also .gz");
        }
    }

    private void skip(String at, String reason) {
        files.skip(new Skipped(Skipped.Kind.ARCHIVE, at, "", reason));
    }
}
