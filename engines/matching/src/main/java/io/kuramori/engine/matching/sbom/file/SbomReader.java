package io.kuramori.engine.matching.sbom.file;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Limited;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.document.XmlDocument;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.cyclonedx.CycloneDxXml;
import io.kuramori.engine.matching.sbom.spdx.SpdxTagValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Reads a bill of materials: CycloneDX 1.2 to 1.7 in JSON or XML, SPDX 2.2 or 2.3 in JSON or tag-value text, in UTF-8
/// or UTF-16 (XML in whatever encoding it declares). Components that cannot be read are passed over and told; whoever
/// wants all or nothing takes the reading only without problems.
///
/// Bounds: [#MAX_BYTES] here, depth and lengths in [JsonDocument] and [XmlDocument], numbers in [Gathering].
public final class SbomReader {

    /// Largest document, in bytes.
    public static final long MAX_BYTES = 100_000_000L;

    static final String READ = "a bill of materials: CycloneDX in JSON or XML, SPDX 2 in JSON or tag-value text";

    private static final Pattern TAG_VALUE =
            Pattern.compile("^\\s*(?:SPDXVersion|DataLicense|SPDXID|DocumentName|PackageName)\\s*:", Pattern.MULTILINE);
    private static final Pattern YAML = Pattern.compile("^\"?spdxVersion\"?\\s*:", Pattern.MULTILINE);

    private SbomReader() {}

    /// Reads a whole document; the stream stays open.
    ///
    /// @throws IOException when the stream itself fails
    public static Reading<Sbom> read(InputStream stream) throws IOException {
        try {
            Start start = Start.of(new Limited(stream, MAX_BYTES));
            Charset charset = start.charset();
            if (charset == null) {
                return refused(Kind.SYNTAX, "UTF-8 or UTF-16", "UTF-32 or no text");
            }
            if (start.text().startsWith("{")) {
                Problems problems = new Problems();
                return JsonDocument.read(start.bytes(), problems, json -> new JsonBill(json, problems).read());
            }
            if (start.text().startsWith("<")) {
                Problems problems = new Problems();
                return charset.equals(StandardCharsets.UTF_8)
                        ? XmlDocument.read(start.bytes(), problems, xml -> xml(xml, problems))
                        : XmlDocument.read(start.characters(charset), problems, xml -> xml(xml, problems));
            }
            return text(start, charset);
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        } catch (CharacterCodingException e) {
            // The very first character; later ones are told by the readers, with their place.
            return refused(Kind.SYNTAX, "UTF-8 or UTF-16", "bytes that are no text");
        }
    }

    private static Reading<Sbom> text(Start start, Charset charset) throws IOException {
        String text = start.text();
        if (YAML.matcher(text).find()) {
            return refused(Kind.FORMAT, READ, "SPDX in YAML");
        }
        if (!TAG_VALUE.matcher(text).find()) {
            return refused(Kind.FORMAT, READ, text.lines().findFirst().orElse("nothing"));
        }
        return SpdxTagValue.read(start.bytes(), charset, new Problems());
    }

    private static Sbom xml(XmlDocument xml, Problems problems) {
        if (CycloneDxXml.isRoot(xml)) {
            return CycloneDxXml.read(xml, new Gathering(problems));
        }
        String found = switch (xml.name()) {
            case "RDF" -> "RDF; SPDX in RDF is not read";
            case "Document" -> "<Document>; SPDX in XML is not read";
            default -> "<" + xml.name() + "> of the namespace \"" + xml.namespace() + "\"";
        };
        throw xml.refused(Kind.FORMAT, READ, found);
    }

    private static Reading<Sbom> refused(Kind kind, String expected, String found) {
        return new Reading.Rejected<>(new Problem(kind, "", 1, 1, expected, found));
    }
}
