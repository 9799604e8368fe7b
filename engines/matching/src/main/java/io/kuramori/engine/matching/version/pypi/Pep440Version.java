package io.kuramori.engine.matching.version.pypi;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version by PEP 440's sort key.
///
/// @param release the release numbers without trailing zeros
/// @param stage -1 for a development release of a final release, 0 `a`, 1 `b`, 2 `rc`, 3 none
/// @param pre the pre-release's number
/// @param post null when it is no post-release
/// @param dev null when it is no development release
/// @param local the segments of the local label, null without one
public record Pep440Version(
        BigInteger epoch,
        List<BigInteger> release,
        int stage,
        BigInteger pre,
        @Nullable BigInteger post,
        @Nullable BigInteger dev,
        @Nullable List<String> local)
        implements Comparable<Pep440Version> {

    private static final Comparator<BigInteger> NUMBERS = Comparator.naturalOrder();

    @Override
    public int compareTo(Pep440Version other) {
        int order = epoch.compareTo(other.epoch);
        order = order != 0 ? order : compareReleases(release, other.release);
        order = order != 0 ? order : Integer.compare(stage, other.stage);
        order = order != 0 ? order : pre.compareTo(other.pre);
        order = order != 0 ? order : Comparator.nullsFirst(NUMBERS).compare(post, other.post);
        order = order != 0 ? order : Comparator.nullsLast(NUMBERS).compare(dev, other.dev);
        return order != 0 ? order : compareLocals(local, other.local);
    }

    private static int compareReleases(List<BigInteger> left, List<BigInteger> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            BigInteger l = i < left.size() ? left.get(i) : BigInteger.ZERO;
            BigInteger r = i < right.size() ? right.get(i) : BigInteger.ZERO;
            int order = l.compareTo(r);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareLocals(@Nullable List<String> left, @Nullable List<String> right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareSegments(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareSegments(String left, String right) {
        boolean leftNumeric = left.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean rightNumeric = right.chars().allMatch(c -> c >= '0' && c <= '9');
        if (leftNumeric && rightNumeric) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumeric == rightNumeric ? left.compareTo(right) : Boolean.compare(leftNumeric, rightNumeric);
    }
}
