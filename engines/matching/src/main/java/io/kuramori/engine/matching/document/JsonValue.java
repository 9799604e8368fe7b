package io.kuramori.engine.matching.document;

import io.kuramori.engine.matching.document.Problem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of a JSON document that knows its place, for formats whose parts refer to each other in any order. Members
/// that are null count as absent. Whoever asks for a type that is not there gets a [Refused] with the place.
public final class JsonValue {

    /// Most values of one document.
    public static final int MAX_VALUES = 5_000_000;

    private enum Type {
        OBJECT,
        ARRAY,
        STRING,
        OTHER
    }

    private final @Nullable JsonValue parent;
    private final String key;
    private final int line;
    private final int column;
    private final Type type;
    private final String text;
    private final Map<String, JsonValue> members = new LinkedHashMap<>(2);
    private final List<JsonValue> elements = new ArrayList<>(0);

    private JsonValue(@Nullable JsonValue parent, String key, JsonDocument json) {
        this.parent = parent;
        this.key = key;
        line = json.line();
        column = json.column();
        type = json.isObject() ? Type.OBJECT : json.isArray() ? Type.ARRAY : json.isString() ? Type.STRING : Type.OTHER;
        text = json.token();
    }

    /// Reads the value that stands there, with all in it.
    public static JsonValue of(JsonDocument json) {
        return read(null, "", json, new int[1]);
    }

    private static JsonValue read(@Nullable JsonValue parent, String key, JsonDocument json, int[] count) {
        if (++count[0] > MAX_VALUES) {
            throw json.refused(Kind.TOO_MANY, "at most " + MAX_VALUES + " values");
        }
        JsonValue value = new JsonValue(parent, key, json);
        switch (value.type) {
            case OBJECT -> json.object(name -> value.members.put(name, read(value, name, json, count)));
            case ARRAY ->
                json.array(() -> value.elements.add(read(value, Integer.toString(value.elements.size()), json, count)));
            case STRING, OTHER -> {
                // Held in its text.
            }
        }
        return value;
    }

    public boolean isObject() {
        return type == Type.OBJECT;
    }

    public boolean isString() {
        return type == Type.STRING;
    }

    /// A member of the object this is.
    public Optional<JsonValue> get(String name) {
        expect(Type.OBJECT, "an object");
        return Optional.ofNullable(members.get(name));
    }

    /// A member that must be there.
    public JsonValue need(String name) {
        return get(name).orElseThrow(() -> missing(name));
    }

    /// The string under a name, without space around it; empty when it is absent or blank.
    public Optional<String> text(String name) {
        return get(name).map(JsonValue::string).filter(text -> !text.isEmpty());
    }

    /// The string under a name, which must not be blank.
    public String needText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /// The elements of the array under a name; none when it is absent.
    public List<JsonValue> list(String name) {
        return get(name).map(JsonValue::elements).orElse(List.of());
    }

    /// The strings of the array under a name; none when it is absent.
    public List<String> strings(String name) {
        return list(name).stream().map(JsonValue::string).toList();
    }

    /// The RFC 3339 time under a name.
    public Optional<Instant> time(String name) {
        return get(name)
                .map(value -> JsonDocument.time(value.string())
                        .orElseThrow(() -> value.refused(Kind.VALUE, "a time as in RFC 3339")));
    }

    /// The elements of the array this is.
    public List<JsonValue> elements() {
        expect(Type.ARRAY, "an array");
        return List.copyOf(elements);
    }

    /// The string this is, without space around it.
    public String string() {
        expect(Type.STRING, "a string");
        return text.strip();
    }

    /// What stands here as it is written: a string, a number or a boolean; of anything else, its name.
    public String written() {
        return text;
    }

    /// The place (RFC 6901).
    public String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /// A refusal of this value, or of what it lacks.
    public Refused refused(Kind kind, String expected) {
        return new Refused(new Problem(kind, pointer(), line, column, expected, kind == Kind.MISSING ? "" : text));
    }

    private Refused missing(String name) {
        return refused(Kind.MISSING, "a \"" + name + "\"");
    }

    private void expect(Type wanted, String expected) {
        if (type != wanted) {
            throw refused(Kind.TYPE, expected);
        }
    }
}
