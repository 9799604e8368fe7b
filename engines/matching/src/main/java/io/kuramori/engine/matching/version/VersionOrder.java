package io.kuramori.engine.matching.version;

import org.jspecify.annotations.Nullable;

/// The order of one ecosystem's versions. Implementations are immutable and safe for many threads.
///
/// The order is total over what it parses; what it does not parse it says so, and never guesses.
public abstract class VersionOrder<K extends Comparable<K>> {

    /// Longer texts are refused before any work is done on them.
    public static final int MAX_LENGTH = 256;

    private final String name;

    protected VersionOrder(String name) {
        this.name = name;
    }

    /// The order's public name, such as `PEP 440`.
    public final String name() {
        return name;
    }

    public final Parse<K> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH || holdsControls(trimmed)) {
            return refused(trimmed);
        }

        K key = read(trimmed);
        return key == null ? refused(trimmed) : new Parse.Parsed<>(key);
    }

    private static boolean holdsControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// The key of a non-empty, bounded text, or null when the text is not a version in this order.
    protected abstract @Nullable K read(String text);

    private Parse<K> refused(String text) {
        return new Parse.Unparsable<>(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text, name);
    }
}
