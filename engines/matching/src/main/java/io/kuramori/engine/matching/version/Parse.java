package io.kuramori.engine.matching.version;

/// What reading a version text gave: a key that orders it, or why it has no place in the order.
public sealed interface Parse<K extends Comparable<K>> {

    record Parsed<K extends Comparable<K>>(K key) implements Parse<K> {}

    /// @param text the text as given, cut to a bounded length
    /// @param expected the name of the order that refused it
    record Unparsable<K extends Comparable<K>>(String text, String expected) implements Parse<K> {}
}
