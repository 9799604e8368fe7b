package io.kuramori.cli;

import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.csaf.CsafReader;
import io.kuramori.engine.matching.cve.CveReader;
import io.kuramori.engine.matching.document.Sniffed;
import io.kuramori.engine.matching.ghsa.GhsaReader;
import io.kuramori.engine.matching.jvn.JvnRssReader;
import io.kuramori.engine.matching.jvn.VuldefReader;
import io.kuramori.engine.matching.nvd.NvdReader;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Hands each document to the reader of its format, told by what stands in it: the members of its JSON object (of the
/// first, when it is an array), or the root of its XML. What looks like nothing else is read as an advisory of the Open
/// Source Vulnerability format, or as VULDEF, whose reader then says what it expected.
final class AdvisoryFormats {

    private static final JsonFactory JSON = new JsonFactory();

    private final OsvReader osv = new OsvReader("osv");
    private final AdvisoryReader cve = new CveReader("cve");
    private final AdvisoryReader nvd = new NvdReader("nvd");
    private final AdvisoryReader ghsa = new GhsaReader("ghsa");
    private final AdvisoryReader csaf = new CsafReader("csaf");
    private final AdvisoryReader vuldef = new VuldefReader("jvndb");
    private final AdvisoryReader rss = new JvnRssReader("jvndb");

    private enum Format {
        OSV,
        CVE,
        NVD,
        GHSA,
        CSAF,
        VULDEF,
        JVN_RSS
    }

    List<AdvisoryResult> read(byte[] given) {
        byte[] document = withoutMark(given);
        return switch (format(document)) {
            case OSV -> List.of(osv(document));
            case CVE -> cve.read(document);
            case NVD -> nvd.read(document);
            case GHSA -> ghsa.read(document);
            case CSAF -> csaf.read(document);
            case VULDEF -> vuldef.read(document);
            case JVN_RSS -> rss.read(document);
        };
    }

    private AdvisoryResult osv(byte[] document) {
        return switch (osv.read(document)) {
            case OsvResult.Accepted(var advisory) -> new AdvisoryResult.Accepted(advisory);
            case OsvResult.Rejected(String pointer, int line, int column, String reason) ->
                new AdvisoryResult.Rejected(pointer, line, column, reason);
        };
    }

    /// Without the byte order mark some tools write.
    private static byte[] withoutMark(byte[] document) {
        try (InputStream bytes = Sniffed.of(new ByteArrayInputStream(document)).bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format format(byte[] document) {
        for (byte b : document) {
            if (!Character.isWhitespace(b)) {
                return b == '<' ? xml(document) : json(document);
            }
        }
        return Format.OSV;
    }

    private static Format json(byte[] document) {
        Format hint = Format.OSV;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = json.nextToken();
            }
            if (token != JsonToken.START_OBJECT) {
                return Format.OSV;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                switch (json.currentName()) {
                    case "cveMetadata" -> {
                        return Format.CVE;
                    }
                    case "document" -> {
                        return Format.CSAF;
                    }
                    case "ghsa_id", "ghsaId" -> {
                        return Format.GHSA;
                    }
                    case "schema_version", "affected" -> {
                        return Format.OSV;
                    }
                    // Others have these, too, under the names above.
                    case "resultsPerPage", "vulnerabilities", "cve" -> hint = Format.NVD;
                    default -> {}
                }
                json.nextToken();
                json.skipChildren();
            }
        } catch (JacksonException broken) {
            // The format's reader says where it breaks.
            return hint;
        }
        return hint;
    }

    private static Format xml(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamReader.START_ELEMENT) {
                        return xml.getLocalName().equals("RDF") ? Format.JVN_RSS : Format.VULDEF;
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | MissingResourceException broken) {
            return Format.VULDEF;
        }
        return Format.VULDEF;
    }
}
