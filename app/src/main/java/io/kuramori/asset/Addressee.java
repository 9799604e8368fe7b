package io.kuramori.asset;

import org.jspecify.annotations.Nullable;

/// For which release something is.
public sealed interface Addressee {

    record ById(ReleaseId release) implements Addressee {}

    /// @param institution its code; empty for the group's own; null for whichever
    record ByCode(String code, @Nullable String institution) implements Addressee {}

    /// One that is not retired, before those that are.
    record ByName(String software, String label) implements Addressee {}
}
