package io.kuramori.engine.matching.version.semver;

import java.math.BigInteger;
import java.util.List;

/// A semantic version by precedence (SemVer 2.0.0 §11): build metadata takes no part.
///
/// @param core major, minor, patch
/// @param preRelease the dot-separated identifiers, empty for a release
public record SemanticVersion(List<BigInteger> core, List<String> preRelease) implements Comparable<SemanticVersion> {

    public SemanticVersion {
        core = List.copyOf(core);
        preRelease = List.copyOf(preRelease);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < core.size(); i++) {
            int order = core.get(i).compareTo(other.core.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        int shared = Math.min(preRelease.size(), other.preRelease.size());
        for (int i = 0; i < shared; i++) {
            int order = compareIdentifiers(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumeric = numeric(left);
        boolean rightNumeric = numeric(right);
        if (leftNumeric && rightNumeric) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        if (leftNumeric != rightNumeric) {
            return leftNumeric ? -1 : 1;
        }
        return left.compareTo(right);
    }

    private static boolean numeric(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
