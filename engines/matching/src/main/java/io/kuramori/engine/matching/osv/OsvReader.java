package io.kuramori.engine.matching.osv;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AffectedPackage;
import io.kuramori.engine.matching.Event;
import io.kuramori.engine.matching.Range;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads one advisory in the Open Source Vulnerability format, schema 1.7 and earlier, as a stream of tokens. Fields it
/// does not know are passed over; a field it knows in a wrong shape refuses the document, with its place. Documents are
/// bounded in size, depth and string length. Safe for many threads.
public final class OsvReader {

    private static final long MAX_DOCUMENT = 64L << 20;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 4 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_DOCUMENT)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private final String source;

    /// @param source whose word the advisories are, such as `osv`
    public OsvReader(String source) {
        this.source = source;
    }

    /// Reads a document that holds exactly one advisory.
    public OsvResult read(byte[] document) {
        if (document.length > MAX_DOCUMENT) {
            return new OsvResult.Rejected("", 1, 1, "a document of at most " + MAX_DOCUMENT + " bytes");
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
            return new Reading(parser, source).document();
        } catch (JacksonException e) {
            // The first bytes tell the encoding, and may tell one that there is no reading.
            return new OsvResult.Rejected("", 1, 1, broken(e));
        }
    }

    private static String broken(JacksonException e) {
        return "well-formed JSON: " + e.getOriginalMessage().replaceFirst(" \\(start marker.*", "");
    }

    /// The pass over one document.
    private static final class Reading {

        private final JsonParser json;
        private final String source;
        private String id = "";
        private final List<String> aliases = new ArrayList<>();
        private Optional<Instant> modified = Optional.empty();
        private Optional<Instant> withdrawn = Optional.empty();
        private String summary = "";
        private @Nullable String details;
        private final List<String> vectors = new ArrayList<>();
        private @Nullable String label;
        private final List<AffectedPackage> affected = new ArrayList<>();

        Reading(JsonParser json, String source) {
            this.json = json;
            this.source = source;
        }

        OsvResult document() {
            try {
                json.nextToken();
                object(this::field);
                if (json.nextToken() != null) {
                    throw new Refused("nothing after the advisory");
                }
                if (id.isBlank()) {
                    throw new Refused("an advisory with an \"id\"");
                }
                return new OsvResult.Accepted(new Advisory(
                        id, source, aliases, modified, withdrawn, summary, details, vectors, label, affected));
            } catch (Refused e) {
                return rejected(e.expected);
            } catch (JacksonException e) {
                return rejected(broken(e));
            }
        }

        private OsvResult rejected(String reason) {
            TokenStreamLocation at = json.currentTokenLocation();
            return new OsvResult.Rejected(
                    json.streamReadContext().pathAsPointer().toString(),
                    Math.max(1, at.getLineNr()),
                    Math.max(1, at.getColumnNr()),
                    reason);
        }

        private void field(String name) {
            switch (name) {
                case "id" -> id = string();
                case "aliases" -> array(() -> aliases.add(string()));
                case "modified" -> modified = instant();
                case "withdrawn" -> withdrawn = instant();
                case "summary" -> summary = string();
                case "details" -> details = string();
                case "severity" -> array(() -> object(field -> severity(field, vectors)));
                case "database_specific" -> databaseSpecific();
                case "affected" -> array(this::affectedPackage);
                default -> json.skipChildren();
            }
        }

        private void severity(String name, List<String> into) {
            if (name.equals("score")) {
                into.add(string());
            } else {
                json.skipChildren();
            }
        }

        /// Free-form: only a word under "severity" is taken, and only if it is one.
        private void databaseSpecific() {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            object(name -> {
                if (name.equals("severity") && json.currentToken() == JsonToken.VALUE_STRING) {
                    label = json.getString();
                } else {
                    json.skipChildren();
                }
            });
        }

        private void affectedPackage() {
            String[] names = {"", ""};
            List<Range> ranges = new ArrayList<>();
            List<String> versions = new ArrayList<>();
            List<String> own = new ArrayList<>();
            object(name -> {
                switch (name) {
                    case "package" -> packageNames(names);
                    case "ranges" -> array(() -> ranges.add(range()));
                    case "versions" -> array(() -> versions.add(string()));
                    case "severity" -> array(() -> object(field -> severity(field, own)));
                    default -> json.skipChildren();
                }
            });
            vectors.addAll(own);
            affected.add(AffectedPackage.ofOsv(names[0], names[1], ranges, versions, own));
        }

        private void packageNames(String[] names) {
            object(name -> {
                switch (name) {
                    case "ecosystem" -> names[0] = string();
                    case "name" -> names[1] = string();
                    default -> json.skipChildren();
                }
            });
        }

        private Range range() {
            Range.Kind[] kind = new Range.Kind[1];
            List<Event> events = new ArrayList<>();
            object(name -> {
                switch (name) {
                    case "type" -> kind[0] = kind(string());
                    case "events" -> array(() -> object(event -> event(event, events)));
                    default -> json.skipChildren();
                }
            });
            if (kind[0] == null) {
                throw new Refused("a range with a \"type\"");
            }
            return new Range(kind[0], events);
        }

        private static Range.Kind kind(String word) {
            return switch (word) {
                case "SEMVER" -> Range.Kind.SEMVER;
                case "ECOSYSTEM" -> Range.Kind.ECOSYSTEM;
                case "GIT" -> Range.Kind.GIT;
                default -> throw new Refused("SEMVER, ECOSYSTEM or GIT");
            };
        }

        private void event(String name, List<Event> events) {
            switch (name) {
                case "introduced" -> events.add(new Event.Introduced(string()));
                case "fixed" -> events.add(new Event.Fixed(string()));
                case "last_affected" -> events.add(new Event.LastAffected(string()));
                case "limit" -> events.add(new Event.Limit(string()));
                default -> throw new Refused("introduced, fixed, last_affected or limit");
            }
        }

        private Optional<Instant> instant() {
            String text = string();
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeParseException e) {
                throw new Refused("an RFC 3339 time ending in Z");
            }
        }

        private String string() {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new Refused("a string");
            }
            return json.getString();
        }

        private void object(Field field) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new Refused("an object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                if (json.currentToken() != JsonToken.VALUE_NULL) {
                    field.read(name);
                }
            }
        }

        private void array(Runnable element) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new Refused("an array");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                element.run();
            }
        }
    }

    /// Reads the value the parser stands on.
    private interface Field {
        void read(String name);
    }

    /// A value in a wrong shape; caught where the place is known.
    private static final class Refused extends RuntimeException {
        private final String expected;

        Refused(String expected) {
            super(expected, null, false, false);
            this.expected = expected;
        }
    }
}
