package io.kuramori.engine.matching.document;

import io.kuramori.engine.matching.document.Problem.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A JSON document on its way through a reader, token by token. Values of a wrong type are [Refused] with their place;
/// fields nobody asks for are passed over unread. For one thread.
public final class JsonDocument implements AutoCloseable {

    /// Largest document, in characters.
    public static final long MAX_LENGTH = 100_000_000L;

    /// Deepest nesting of any value.
    public static final int MAX_DEPTH = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_LENGTH)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(5_000_000)
                    .build())
            .build();

    /// Reads the value that stands under a name.
    public interface Field {
        void read(String name);
    }

    /// Reads a document into a value.
    public interface Reader<T> {
        T read(JsonDocument json);
    }

    private final JsonParser parser;

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    /// Reads a whole document; the stream stays open.
    ///
    /// @throws IOException when the stream itself fails
    public static <T> Reading<T> read(InputStream bytes, Problems problems, Reader<T> reader) throws IOException {
        Watched watched = new Watched(bytes);
        try (JsonDocument json = new JsonDocument(JSON.createParser(ObjectReadContext.empty(), watched))) {
            return json.whole(watched, problems, reader);
        } catch (JacksonException e) {
            // Already the first bytes are none of any encoding, or cannot be had.
            watched.tellFailure();
            return new Reading.Rejected<>(
                    new Problem(Kind.SYNTAX, "", 1, 1, "JSON in UTF-8", String.valueOf(e.getOriginalMessage())));
        }
    }

    /// Remembers how the stream failed: the parser also calls a wrong encoding a failure of input.
    private static final class Watched extends FilterInputStream {

        private @Nullable IOException failure;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return super.read(buffer, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void tellFailure() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private <T> Reading<T> whole(Watched watched, Problems problems, Reader<T> reader) throws IOException {
        try {
            parser.nextToken();
            T value = reader.read(this);
            if (parser.nextToken() != null) {
                throw refused(Kind.SYNTAX, "nothing after the document");
            }
            return new Reading.Accepted<>(value, problems.list());
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getOriginalMessage()).contains("nesting depth");
            return depth
                    ? rejected(e, Kind.TOO_DEEP, "at most " + MAX_DEPTH + " levels")
                    : rejected(e, Kind.TOO_LARGE, "a document within bounds");
        } catch (JacksonException e) {
            watched.tellFailure();
            return rejected(e, Kind.SYNTAX, expected(String.valueOf(e.getOriginalMessage())));
        }
    }

    private static String expected(String message) {
        if (message.startsWith("Duplicate")) {
            return "each name once in an object";
        }
        return message.startsWith("Invalid UTF-8") ? "JSON in UTF-8" : "well-formed JSON";
    }

    /// @param e may know no place of its own
    private <T> Reading<T> rejected(JacksonException e, Kind kind, String expected) {
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return new Reading.Rejected<>(new Problem(
                kind, pointer(), at.getLineNr(), at.getColumnNr(), expected, String.valueOf(e.getOriginalMessage())));
    }

    /// Every field of the object that stands here, in order; those that are null are passed over.
    public void object(Field field) {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                field.read(name);
            }
        }
    }

    /// Every element of the array that stands here.
    public void array(Runnable element) {
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /// The strings of the array that stands here.
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        array(() -> strings.add(string()));
        return strings;
    }

    /// The string that stands here.
    public String string() {
        expect(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /// The string that stands here, without space around it; null for an empty one.
    public @Nullable String text() {
        String text = string().strip();
        return text.isEmpty() ? null : text;
    }

    /// The RFC 3339 time that stands here.
    public Instant instant() {
        String text = string();
        return time(text).orElseThrow(() -> refused(Kind.VALUE, "a time as in RFC 3339", text));
    }

    /// A time as RFC 3339 writes it, if it is one.
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// True when a string stands here.
    public boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /// True when an object stands here.
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /// True when an array stands here.
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /// The string, number or boolean that stands here, as it is written.
    public String scalar() {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw refused(Kind.TYPE, "a single value");
        }
        return parser.getString();
    }

    /// Reads the value that stands here. When it is [Refused], that is told and the rest of the value passed over; but
    /// where a bound of the whole document is passed, the document ends.
    public void attempt(Runnable value, Consumer<Refused> refused) {
        boolean opened = isObject() || isArray();
        int inside = parser.streamReadContext().getNestingDepth();
        try {
            value.run();
        } catch (Refused e) {
            if (e.endsDocument()) {
                throw e;
            }
            refused.accept(e);
            while (opened && parser.streamReadContext().getNestingDepth() >= inside) {
                parser.nextToken();
            }
        }
    }

    /// Passes over the value that stands here.
    public void skip() {
        parser.skipChildren();
    }

    /// Where the reader stands (RFC 6901); on an object's first brace, the place of the object.
    public String pointer() {
        var context = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        boolean opened = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        var parent = context.getParent();
        return (opened && parent != null ? parent : context).pathAsPointer().toString();
    }

    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    public int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    /// A refusal of the value that stands here.
    public Refused refused(Kind kind, String expected) {
        return refused(kind, expected, token());
    }

    public Refused refused(Kind kind, String expected, String found) {
        return new Refused(new Problem(kind, pointer(), line(), column(), expected, found));
    }

    /// What stands here, in words for a refusal.
    String token() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "the end";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> token.isScalarValue() ? String.valueOf(parser.getString()) : "the end";
        };
    }

    private void expect(JsonToken token, String expected) {
        if (parser.currentToken() != token) {
            throw refused(Kind.TYPE, expected);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
