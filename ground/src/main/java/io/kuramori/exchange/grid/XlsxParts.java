package io.kuramori.exchange.grid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Looks over a workbook's package before anything is built from it: the number, size and ratio of its parts, no DTD,
/// no cell outside the grid. It unpacks every XML part once, holding none, and keeps what the reader does not tell:
/// merged ranges and the epoch.
final class XlsxParts {

    private final String file;
    private final Map<String, PartScan> scans = new HashMap<>();
    private long unpacked;

    private XlsxParts(String file) {
        this.file = file;
    }

    static XlsxParts check(String file, byte[] bytes) throws Unreadable {
        var parts = new XlsxParts(file);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var entries = Collections.list(zip.getEntries());
            parts.refuseForeign(zip, entries);
            for (var entry : entries) {
                parts.check(zip, entry);
            }
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(file, "exchange.problem.file.damaged");
        }
        return parts;
    }

    boolean epoch1904() {
        var workbook = scans.get("xl/workbook.xml");
        return workbook != null && workbook.epoch1904();
    }

    /// Merged ranges of the worksheet that stands at `index` in the workbook, hidden ones counted.
    List<Range> merges(int index) {
        var workbook = scans.get("xl/workbook.xml");
        var relations = scans.get("xl/_rels/workbook.xml.rels");
        if (workbook == null
                || relations == null
                || index >= workbook.sheetRelations().size()) {
            return List.of();
        }
        var target = relations.targets().getOrDefault(workbook.sheetRelations().get(index), "");
        var sheet = scans.get(target.startsWith("/") ? target.substring(1) : "xl/" + target);
        return sheet == null ? List.of() : sheet.merges();
    }

    private void refuseForeign(ZipFile zip, List<ZipArchiveEntry> entries) throws Unreadable, IOException {
        if (entries.size() > Limits.PARTS) {
            throw new Unreadable(file, "exchange.problem.file.bomb");
        }
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Unreadable(file, "exchange.problem.file.damaged");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Unreadable(file, "exchange.problem.file.password");
            }
        }
        if (names.contains("xl/workbook.xml")) {
            return;
        }

        throw new Unreadable(file, foreign(zip, names));
    }

    private static String foreign(ZipFile zip, Set<String> names) throws IOException {
        if (names.contains("xl/workbook.bin")) {
            return "exchange.problem.file.xlsb";
        }
        var mime = zip.getEntry("mimetype");
        if (mime != null) {
            try (var in = zip.getInputStream(mime)) {
                var type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
                if (type.contains("opendocument.spreadsheet")) {
                    return "exchange.problem.file.ods";
                }
            }
        }
        return names.contains("[content_types].xml") ? "exchange.problem.file.office" : "exchange.problem.file.archive";
    }

    private void check(ZipFile zip, ZipArchiveEntry entry) throws Unreadable, IOException {
        var name = entry.getName();
        var lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".xml") && !lower.endsWith(".rels") && !lower.endsWith(".vml")) {
            return;
        }
        boolean held = !lower.contains("worksheets/");
        try (var in = new Measured(zip.getInputStream(entry), entry.getCompressedSize(), held)) {
            scans.put(name, PartScan.scan(in));
        } catch (Bomb e) {
            throw new Unreadable(file, "exchange.problem.file.bomb");
        } catch (PartScan.Dangerous e) {
            throw new Unreadable(file, "exchange.problem.file.dangerous");
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof Bomb) {
                throw new Unreadable(file, "exchange.problem.file.bomb");
            }
            throw new Unreadable(file, "exchange.problem.file.damaged");
        }
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Counts what comes out of a part and stops when it is too much.
    private final class Measured extends java.io.FilterInputStream {

        private final long packed;
        private final long most;
        private long count;

        Measured(InputStream in, long packed, boolean held) {
            super(in);
            this.packed = Math.max(packed, 1);
            this.most = held ? Limits.HELD : Limits.UNPACKED;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws Bomb {
            count += n;
            unpacked += n;
            boolean swollen = count > 4L * 1024 * 1024 && count / packed > Limits.RATIO;
            if (swollen || count > most || unpacked > Limits.UNPACKED) {
                throw new Bomb();
            }
        }
    }

    /// A merged range; rows from 1, columns from 0, both ends inside.
    record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
}
