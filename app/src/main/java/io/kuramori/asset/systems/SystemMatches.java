package io.kuramori.asset.systems;

import java.util.List;
import java.util.UUID;

/// What the words of a filter are known to meet.
sealed interface SystemMatches {

    /// No words were given.
    record Everything() implements SystemMatches {}

    /// These and no others; the page and the count read them by their ids.
    record Few(List<UUID> ids) implements SystemMatches {
        public Few {
            ids = List.copyOf(ids);
        }
    }

    /// More than {@link SystemSearch#FEW}: walking the ledger in order meets the next one soon.
    ///
    /// @param some ids of as many as were gathered
    record Many(List<String> words, List<UUID> some) implements SystemMatches {
        public Many {
            words = List.copyOf(words);
            some = List.copyOf(some);
        }
    }
}
