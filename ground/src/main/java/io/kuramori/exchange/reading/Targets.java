package io.kuramori.exchange.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The records that a reference column may name: by code, or, when only one has it, by the last part of its code
/// (`SYS` for `BANK/SYS`) or by name.
public final class Targets {

    public static final Targets NONE = new Targets(Map.of());

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, String> labels;

    /// @param labels code → name
    public Targets(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
        labels.forEach((code, name) -> {
            codes.put(Spelling.word(code), code);
            also(name, code);
            int slash = code.lastIndexOf('/');
            if (slash >= 0) {
                also(code.substring(slash + 1), code);
            }
        });
    }

    private void also(String text, String code) {
        var word = Spelling.word(text);
        var other = names.putIfAbsent(word, code);
        if (other != null && !other.equals(code)) {
            ambiguous.add(word);
        }
    }

    /// Adds codes that the file itself brings.
    public void add(String code) {
        codes.putIfAbsent(Spelling.word(code), code);
    }

    @Nullable
    String find(String typed) {
        var word = Spelling.word(typed);
        var code = codes.get(word);
        if (code != null) {
            return code;
        }
        return ambiguous(typed) ? null : names.get(word);
    }

    boolean ambiguous(String typed) {
        var word = Spelling.word(typed);
        return !codes.containsKey(word) && ambiguous.contains(word);
    }

    @Nullable
    String near(String typed) {
        var code = Nearest.of(typed, codes.values());
        return code != null ? code : Nearest.of(typed, labels.values());
    }
}
