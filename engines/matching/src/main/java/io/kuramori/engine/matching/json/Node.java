package io.kuramori.engine.matching.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON value with its place. A field that is null counts as absent; a field in a wrong shape is [Refused].
public final class Node {

    /// What a value is.
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        /// A number or a truth value.
        SCALAR,
        NULL
    }

    private final Kind kind;
    private final String text;
    private final @Nullable Node parent;
    private final String step;
    private final int line;
    private final int column;
    private final Map<String, Node> fields;
    private final List<Node> items;

    /// @param step the name or index in the parent; of a root, the pointer of where it stands in its document
    Node(Kind kind, String text, @Nullable Node parent, String step, int line, int column) {
        this.kind = kind;
        this.text = text;
        this.parent = parent;
        this.step = step;
        this.line = line;
        this.column = column;
        this.fields = kind == Kind.OBJECT ? new LinkedHashMap<>() : Map.of();
        this.items = kind == Kind.ARRAY ? new ArrayList<>() : List.of();
    }

    void put(String name, Node value) {
        fields.put(name, value);
    }

    void add(Node item) {
        items.add(item);
    }

    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }

    /// The field of an object; empty when it is absent or null.
    public Optional<Node> get(String name) {
        if (kind != Kind.OBJECT) {
            throw refused("an object");
        }
        return Optional.ofNullable(fields.get(name)).filter(value -> value.kind != Kind.NULL);
    }

    /// The field of an object, which must be there.
    public Node need(String name) {
        return get(name).orElseThrow(() -> refused("an object with \"" + name + "\""));
    }

    /// The names of an object's fields.
    public List<String> names() {
        get("");
        return List.copyOf(fields.keySet());
    }

    /// The elements of an array under a name; none when it is absent.
    public List<Node> list(String name) {
        return get(name).map(Node::items).orElse(List.of());
    }

    /// The elements of an array, without those that are null.
    public List<Node> items() {
        if (kind != Kind.ARRAY) {
            throw refused("an array");
        }
        return items.stream().filter(item -> item.kind != Kind.NULL).toList();
    }

    /// The string this is.
    public String text() {
        if (kind != Kind.STRING) {
            throw refused("a string");
        }
        return text;
    }

    public Optional<String> text(String name) {
        return get(name).map(Node::text);
    }

    public String needText(String name) {
        return need(name).text();
    }

    /// The strings of an array under a name.
    public List<String> texts(String name) {
        return list(name).stream().map(Node::text).toList();
    }

    /// A truth value under a name, false when absent.
    public boolean flag(String name) {
        Optional<Node> value = get(name);
        if (value.isEmpty()) {
            return false;
        }
        return switch (value.get().text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.get().refused("true or false");
        };
    }

    public Refused refused(String expected) {
        return new Refused(pointer(), line, column, expected);
    }

    /// Where it stands (RFC 6901).
    public String pointer() {
        return parent == null
                ? step
                : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    /// Counted from 1 in its document.
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> fields.toString();
            case ARRAY -> items.toString();
            case STRING -> "\"" + text + "\"";
            case SCALAR, NULL -> text;
        };
    }
}
