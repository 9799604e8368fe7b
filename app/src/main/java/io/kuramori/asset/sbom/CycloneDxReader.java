package io.kuramori.asset.sbom;

import io.kuramori.asset.sbom.SbomRejected.Cause;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads CycloneDX JSON 1.2 to 1.7 in one pass: identity of the document and its components; everything else is passed
/// over unread. Memory grows with the components, not with the document.
public final class CycloneDxReader {

    /// Largest document, in characters.
    public static final long MAX_LENGTH = 100_000_000L;

    /// Most components, nested ones counted.
    public static final int MAX_COMPONENTS = 200_000;

    /// Deepest nesting of any JSON value.
    public static final int MAX_DEPTH = 200;

    private static final int MAX_STRING = 5_000_000;
    private static final int SHOWN = 80;

    private static final Set<String> KNOWN = Set.of("1.2", "1.3", "1.4", "1.5", "1.6", "1.7");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_LENGTH)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private CycloneDxReader() {}

    /// Reads a whole document. The stream stays open.
    public static Sbom read(InputStream bytes) throws SbomRejected {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return new Document(parser).read();
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getOriginalMessage()).contains("nesting depth");
            throw located(e, depth ? Cause.TOO_DEEP : Cause.TOO_LARGE);
        } catch (JacksonException e) {
            throw located(e, Cause.NOT_JSON);
        }
    }

    private static SbomRejected located(JacksonException e, Cause cause) {
        var location = e.getLocation();
        return location == null
                ? new SbomRejected(cause, "", 0, 0, "")
                : new SbomRejected(cause, "", location.getLineNr(), location.getColumnNr(), e.getOriginalMessage());
    }

    /// One document on its way through the parser.
    private static final class Document {

        private final JsonParser parser;
        private final List<Sbom.Part> parts = new ArrayList<>();
        private @Nullable String format;
        private @Nullable String specification;
        private @Nullable String serial;

        Document(JsonParser parser) {
            this.parser = parser;
        }

        Sbom read() throws SbomRejected {
            parser.nextToken();
            expect(JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "bomFormat" -> format = text();
                    case "specVersion" -> specification = known(text());
                    case "serialNumber" -> serial = text();
                    case "components" -> components();
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw rejected(Cause.NOT_JSON, parser.currentToken().toString());
            }

            if (!"CycloneDX".equals(format)) {
                throw new SbomRejected(Cause.NOT_CYCLONEDX, "/bomFormat", 0, 0, format == null ? "" : format);
            }
            if (specification == null) {
                throw new SbomRejected(Cause.UNKNOWN_SPECIFICATION, "/specVersion", 0, 0, "");
            }
            return new Sbom(specification, serial, parts);
        }

        private void components() throws SbomRejected {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            expect(JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                component();
            }
        }

        private void component() throws SbomRejected {
            expect(JsonToken.START_OBJECT);
            String pointer = pointer();
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            int place = parts.size();
            String group = null;
            String name = null;
            String version = null;
            String purl = null;
            String cpe = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "group" -> group = text();
                    case "name" -> name = text();
                    case "version" -> version = text();
                    case "purl" -> purl = text();
                    case "cpe" -> cpe = text();
                    case "components" -> components();
                    default -> parser.skipChildren();
                }
            }

            if (name == null) {
                throw new SbomRejected(Cause.NAME_MISSING, pointer + "/name", line, column, "");
            }
            if (parts.size() >= MAX_COMPONENTS) {
                throw new SbomRejected(Cause.TOO_MANY_COMPONENTS, pointer, line, column, "");
            }
            parts.add(place, new Sbom.Part(pointer, group, name, version, purl, cpe));
        }

        /// The current value, which must be a string; null and the empty string count as absent.
        private @Nullable String text() throws SbomRejected {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            expect(JsonToken.VALUE_STRING);
            String value = parser.getString().strip();
            return value.isEmpty() ? null : value;
        }

        private @Nullable String known(@Nullable String version) throws SbomRejected {
            if (version == null || !KNOWN.contains(version)) {
                throw rejected(Cause.UNKNOWN_SPECIFICATION, version == null ? "" : version);
            }
            return version;
        }

        private void expect(JsonToken token) throws SbomRejected {
            if (parser.currentToken() != token) {
                throw rejected(Cause.WRONG_TYPE, String.valueOf(parser.currentToken()));
            }
        }

        private SbomRejected rejected(Cause cause, String found) {
            var location = parser.currentTokenLocation();
            String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
            return new SbomRejected(cause, pointer(), location.getLineNr(), location.getColumnNr(), shown);
        }

        private String pointer() {
            return parser.streamReadContext().pathAsPointer().toString();
        }
    }
}
