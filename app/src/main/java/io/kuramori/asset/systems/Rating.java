package io.kuramori.asset.systems;

import io.kuramori.asset.Importance;

/// How a system is rated, each 1 to 3.
public record Rating(int confidentiality, int integrity, int availability, boolean criticalOperation) {

    public Rating {
        requireLevel(confidentiality);
        requireLevel(integrity);
        requireLevel(availability);
    }

    public Importance importance() {
        return Importance.of(confidentiality, integrity, availability, criticalOperation);
    }

    private static void requireLevel(int level) {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("a rating is 1 to 3, not " + level);
        }
    }
}
