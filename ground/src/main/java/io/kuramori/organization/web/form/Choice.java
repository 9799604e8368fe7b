package io.kuramori.organization.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// One thing that a form offers.
///
/// @param value what is sent
/// @param words what is read: a message key, or a record's own name
/// @param key whether the words are a message key
public record Choice(String value, String words, boolean key) {

    public static Choice of(UUID id, String words) {
        return new Choice(id.toString(), words, false);
    }

    /// Nothing chosen, in the words of a message key.
    public static Choice none(String key) {
        return new Choice("", key, true);
    }

    /// Every constant, by its message key `prefix` + name.
    public static List<Choice> of(Enum<?>[] constants, String prefix) {
        var choices = new ArrayList<Choice>();
        for (var constant : constants) {
            choices.add(new Choice(constant.name(), prefix + constant.name(), true));
        }
        return choices;
    }

    /// A first choice, then one for each record.
    public static <T> List<Choice> of(Choice first, List<T> records, Function<T, UUID> id, Function<T, String> words) {
        var choices = new ArrayList<Choice>();
        choices.add(first);
        records.forEach(each -> choices.add(of(id.apply(each), words.apply(each))));
        return choices;
    }

    String said(Function<String, String> message) {
        return key ? message.apply(words) : words;
    }
}
