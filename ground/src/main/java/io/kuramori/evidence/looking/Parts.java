package io.kuramori.evidence.looking;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A zipped package of XML parts (ECMA-376), each read as a stream that is measured while it unpacks.
final class Parts implements AutoCloseable {

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private long unpacked;
    private boolean burst;

    private Parts(ZipFile zip, List<ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static Parts open(Path file) throws Unreadable {
        try {
            var zip = ZipFile.builder().setPath(file).get();
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > Bounds.PARTS) {
                zip.close();
                throw new Unreadable("evidence.look.parts", Bounds.PARTS);
            }
            for (var entry : entries) {
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    zip.close();
                    throw new Unreadable("evidence.look.locked-part", entry.getName());
                }
            }
            return new Parts(zip, entries);
        } catch (IOException | RuntimeException damaged) {
            throw new Unreadable("evidence.look.damaged");
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// Names of the parts under a folder that end in `.xml`, in order.
    List<String> parts(String under) {
        return entries.stream()
                .map(ZipArchiveEntry::getName)
                .filter(name -> name.startsWith(under) && name.endsWith(".xml"))
                .sorted()
                .toList();
    }

    Optional<String> mimetype() {
        var entry = zip.getEntry("mimetype");
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return Optional.of(new String(in.readNBytes(100), java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Reads one part, if it is there.
    void read(String name, Reading reading) throws Unreadable {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (var in = new Measured(zip.getInputStream(entry), entry.getCompressedSize())) {
            var xml = factory().createXMLStreamReader(in);
            try {
                reading.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IOException | RuntimeException broken) {
            // The XML parser wraps what its stream throws in several ways.
            throw new Unreadable(burst ? "evidence.look.bomb" : "evidence.look.part", name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    @FunctionalInterface
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException, Unreadable;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// Counts what comes out of a part and stops when it is too much.
    private final class Measured extends FilterInputStream {

        private final long packed;
        private long count;

        Measured(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            count += n;
            unpacked += n;
            boolean swollen = count > 4L * 1024 * 1024 && count / packed > Bounds.RATIO;
            if (swollen || unpacked > Bounds.UNPACKED) {
                burst = true;
                throw new IOException("bursts");
            }
        }
    }
}
