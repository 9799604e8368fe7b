package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Sbom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Reads an SPDX tag-value document. `PackageName`, `FileName`, `SnippetSPDXID` and `LicenseID` each begin something
/// new; what is not the document's own or a package's is passed over.
public final class SpdxTagValue {

    private final Gathering gathering;
    private final Relations relations;
    private @Nullable String version;
    private @Nullable TagPackage current;

    private SpdxTagValue(Gathering gathering) {
        this.gathering = gathering;
        relations = new Relations(gathering);
    }

    /// Reads a whole document; the stream stays open.
    ///
    /// @param charset UTF-8, UTF-16LE or UTF-16BE
    /// @throws IOException when the stream itself fails
    public static Reading<Sbom> read(InputStream bytes, Charset charset, Problems problems) throws IOException {
        SpdxTagValue reader = new SpdxTagValue(new Gathering(problems));
        try {
            return new Reading.Accepted<>(
                    reader.document(new TagValues(new TagLines(bytes, charset))), problems.list());
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        }
    }

    private Sbom document(TagValues values) throws IOException {
        for (TagValues.Next next = values.next(); next != null; next = values.next()) {
            switch (next) {
                case TagValues.Stray(Refused refused, int ignored) -> stray(refused);
                case TagValues.Pair(String tag, String value, int line) -> pair(tag, value, line);
            }
        }
        endPackage();
        if (version == null) {
            throw new Place("", 1, 0).refused(Kind.MISSING, "SPDXVersion: " + SpdxWords.VERSIONS, "");
        }
        relations.end();
        return gathering.sbom(Format.SPDX_TAG_VALUE, version);
    }

    /// A broken line in a package may be what the package is known by; elsewhere it loses no component.
    private void stray(Refused refused) {
        if (current == null) {
            gathering.remark(refused);
        } else {
            current.refuse(refused);
        }
    }

    private void pair(String tag, String value, int line) {
        Place place = new Place(tag, line, 0);
        switch (tag) {
            case "SPDXVersion" ->
                version = SpdxWords.version(value)
                        .orElseThrow(() -> place.refused(Kind.VERSION, SpdxWords.VERSIONS, value));
            case "DocumentNamespace" -> gathering.serial(value);
            case "Creator" -> SpdxWords.tool(value).ifPresent(tool -> gathering.tool(tool, place));
            case "Created" ->
                JsonDocument.time(value)
                        .ifPresentOrElse(
                                gathering::made,
                                () -> gathering.remark(place.refused(Kind.VALUE, "a time as in RFC 3339", value)));
            case "Relationship" -> relationship(value, place);
            case "PackageName" -> {
                endPackage();
                current = new TagPackage(value, line, gathering);
            }
            case "FileName", "SnippetSPDXID", "LicenseID" -> {
                endPackage();
            }
            default -> {
                if (current != null) {
                    current.field(tag, value, line);
                }
            }
        }
    }

    private void endPackage() {
        if (current != null) {
            current.end();
            current = null;
        }
    }

    private void relationship(String value, Place place) {
        String[] words = value.split("\\s+", 4);
        if (words.length == 3) {
            relations.relation(words[0], words[1], words[2], place);
        } else {
            gathering.remark(
                    place.refused(Kind.VALUE, "two elements and between them what they are to each other", value));
        }
    }
}
