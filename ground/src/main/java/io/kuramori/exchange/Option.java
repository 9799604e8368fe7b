package io.kuramori.exchange;

import java.util.Set;

/// One value of a choice.
///
/// @param value what the ledger stores
/// @param label how it is written in a sheet
/// @param synonyms further spellings found in institutions' own sheets
public record Option(String value, Words label, Set<String> synonyms) {

    public Option {
        synonyms = Set.copyOf(synonyms);
    }

    public static Option of(String value, String ja, String en, String... synonyms) {
        return new Option(value, new Words(ja, en), Set.of(synonyms));
    }
}
