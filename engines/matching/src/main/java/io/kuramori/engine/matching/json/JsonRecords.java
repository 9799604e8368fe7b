package io.kuramori.engine.matching.json;

import io.kuramori.engine.matching.AdvisoryResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads a document record by record. A record in a wrong shape is reported and the next one read; broken JSON is
/// reported once, since nothing after it can be trusted. A record is bounded in values and depth, a text in length, the
/// document in bytes. Safe for many threads.
public final class JsonRecords {

    private static final long MAX_DOCUMENT = 2L << 30;
    private static final int MAX_DEPTH = 128;
    private static final int MAX_STRING = 4 << 20;
    private static final int MAX_VALUES = 1_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_DOCUMENT)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private JsonRecords() {}

    /// Reads the one value of a document.
    ///
    /// @throws Refused when there is none, or more
    public static Node document(byte[] bytes) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return whole(json);
        } catch (JacksonException e) {
            throw unopened(e);
        }
    }

    private static Node whole(JsonParser json) {
        try {
            json.nextToken();
            Node root = new Reading(json).value(null, "");
            if (json.nextToken() != null) {
                throw at(json, "nothing after the document");
            }
            return root;
        } catch (JacksonException e) {
            throw at(json, broken(e));
        }
    }

    /// Reads one record, the whole document.
    public static void one(
            byte[] document, Function<Node, List<AdvisoryResult>> record, Consumer<AdvisoryResult> into) {
        try {
            record.apply(document(document)).forEach(into);
        } catch (Refused e) {
            into.accept(rejected(e));
        }
    }

    /// Reads every record of the document: the elements of the array under `field` of the root object, or the elements
    /// of the root when that is an array, or the root itself when it is an object without such a field.
    public static void each(
            InputStream document,
            String field,
            Function<Node, List<AdvisoryResult>> record,
            Consumer<AdvisoryResult> into) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
            try {
                records(json, field, record, into);
            } catch (JacksonException e) {
                into.accept(rejected(at(json, broken(e))));
            } catch (Refused e) {
                into.accept(rejected(e));
            }
        } catch (JacksonException e) {
            into.accept(rejected(unopened(e)));
        }
    }

    public static void each(
            byte[] document, String field, Function<Node, List<AdvisoryResult>> record, Consumer<AdvisoryResult> into) {
        each(new ByteArrayInputStream(document), field, record, into);
    }

    private static void records(
            JsonParser json, String field, Function<Node, List<AdvisoryResult>> record, Consumer<AdvisoryResult> into) {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            elements(json, record, into);
        } else if (first == JsonToken.START_OBJECT) {
            boolean found = false;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                if (!name.equals(field)) {
                    json.skipChildren();
                } else if (json.currentToken() == JsonToken.START_ARRAY) {
                    found = true;
                    elements(json, record, into);
                } else {
                    throw at(json, "an array");
                }
            }
            if (!found) {
                throw at(json, "an object with \"" + field + "\"");
            }
        } else {
            throw at(json, "an object or an array");
        }
        if (json.nextToken() != null) {
            throw at(json, "nothing after the document");
        }
    }

    private static void elements(
            JsonParser json, Function<Node, List<AdvisoryResult>> record, Consumer<AdvisoryResult> into) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int depth = json.streamReadContext().getNestingDepth();
            try {
                record.apply(new Reading(json).value(null, pointer(json))).forEach(into);
            } catch (Refused e) {
                into.accept(rejected(e));
                leave(json, depth);
            }
        }
    }

    /// Passes over what is left of a record that was refused before its end.
    private static void leave(JsonParser json, int depth) {
        while (json.streamReadContext().getNestingDepth() > depth) {
            if (json.nextToken() == null) {
                return;
            }
        }
    }

    /// What the parser says, without its remarks about where the text came from.
    private static String broken(JacksonException e) {
        return "well-formed JSON: " + e.getOriginalMessage().replaceFirst(" \\(start marker.*", "");
    }

    /// The first bytes tell the encoding, and may tell one that there is no reading.
    private static Refused unopened(JacksonException e) {
        return new Refused("", 1, 1, broken(e));
    }

    private static AdvisoryResult rejected(Refused refused) {
        return new AdvisoryResult.Rejected(refused.pointer(), refused.line(), refused.column(), refused.expected());
    }

    private static Refused at(JsonParser json, String expected) {
        TokenStreamLocation at = json.currentLocation();
        return new Refused(pointer(json), Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), expected);
    }

    private static String pointer(JsonParser json) {
        return json.streamReadContext().pathAsPointer().toString();
    }

    /// Reads one value into memory, counting what it takes.
    private static final class Reading {

        private final JsonParser json;
        private int values;

        Reading(JsonParser json) {
            this.json = json;
        }

        Node value(@Nullable Node parent, String step) {
            if (++values > MAX_VALUES) {
                throw at(json, "a record of at most " + MAX_VALUES + " values");
            }
            TokenStreamLocation at = json.currentTokenLocation();
            int line = Math.max(1, at.getLineNr());
            int column = Math.max(1, at.getColumnNr());
            JsonToken token = json.currentToken();
            if (token == null) {
                throw at(json, "a value");
            }
            return switch (token) {
                case START_OBJECT -> object(new Node(Node.Kind.OBJECT, "", parent, step, line, column));
                case START_ARRAY -> array(new Node(Node.Kind.ARRAY, "", parent, step, line, column));
                case VALUE_STRING -> new Node(Node.Kind.STRING, json.getString(), parent, step, line, column);
                case VALUE_NULL -> new Node(Node.Kind.NULL, "null", parent, step, line, column);
                default -> new Node(Node.Kind.SCALAR, json.getString(), parent, step, line, column);
            };
        }

        private Node object(Node node) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                node.put(name, value(node, name));
            }
            return node;
        }

        private Node array(Node node) {
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                node.add(value(node, Integer.toString(i)));
            }
            return node;
        }
    }
}
