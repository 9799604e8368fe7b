package io.kuramori.organization.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A field of a form.
///
/// @param label message key
/// @param type `text`, `date`, `number`, `email`, `select` or `hidden`
/// @param hint message key
public record Field(
        String name,
        String label,
        String type,
        boolean required,
        @Nullable String hint,
        List<Choice> choices) {

    public Field {
        choices = List.copyOf(choices);
    }

    public static Field text(String name, String label) {
        return new Field(name, label, "text", false, null, List.of());
    }

    public static Field date(String name, String label) {
        return new Field(name, label, "date", false, null, List.of());
    }

    public static Field number(String name, String label) {
        return new Field(name, label, "number", false, null, List.of());
    }

    public static Field select(String name, String label, List<Choice> choices) {
        return new Field(name, label, "select", false, null, choices);
    }

    /// Sent along, never shown.
    public static Field hidden(String name) {
        return new Field(name, "", "hidden", false, null, List.of());
    }

    public Field mandatory() {
        return new Field(name, label, type, true, hint, choices);
    }

    public Field hinting(String key) {
        return new Field(name, label, type, required, key, choices);
    }

    public boolean shown() {
        return !type.equals("hidden");
    }

    /// Value → words, for a select.
    public Map<String, String> options(Function<String, String> message) {
        var options = new LinkedHashMap<String, String>();
        choices.forEach(each -> options.put(each.value(), each.said(message)));
        return options;
    }

    /// The words that stand for a value.
    String said(String value, Function<String, String> message) {
        return type.equals("select") ? options(message).getOrDefault(value, value) : value;
    }
}
