package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.database.SearchKey;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a view of the ledger shows. The address bar holds the whole of it.
///
/// @param query words as typed, all of which must occur; blank for none
/// @param importance level shown, or null for all
/// @param unowned only systems that no post answers for
/// @param stale only systems not confirmed within twelve months
/// @param retired retired systems instead of the living
public record SystemFilter(
        String query,
        @Nullable UUID institution,
        @Nullable SystemKind kind,
        @Nullable Integer importance,
        @Nullable Exposure exposure,
        boolean unowned,
        boolean stale,
        boolean retired) {

    static final SystemFilter ALL = new SystemFilter("", null, null, null, null, false, false, false);

    private static final int MOST_WORDS = 8;

    /// Whether nothing but words narrows the living or the retired.
    boolean onlyWords() {
        return institution == null && kind == null && importance == null && exposure == null && !unowned && !stale;
    }

    /// The words in the form in which search keys are stored.
    List<String> words() {
        return Arrays.stream(SearchKey.of(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
