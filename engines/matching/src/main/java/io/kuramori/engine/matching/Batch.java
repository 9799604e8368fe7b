package io.kuramori.engine.matching;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Many components at once. Bills of materials repeat each other, so equal components are first made one; what is left
/// is
/// looked up in the order of names, so that what stands under a name is read once.
final class Batch {

    /// More than there are cores, so that one slow share does not keep the others waiting.
    private static final int SHARES = 64;

    private static final int MAX_TOGETHER = 512;
    private static final int[] NONE = {};

    private static final Comparator<Wanted> BY_NAME = Comparator.comparing(Wanted::name);

    private final AdvisoryIndex index;
    private final List<Component> components;

    /// A component to be looked up.
    ///
    /// @param probe null when it cannot be
    /// @param at its place among the distinct
    private record Wanted(
            Component component,
            int at,
            @Nullable Probe probe,
            @Nullable Reason reason) {

        static Wanted of(Component component, int at) {
            return switch (Identity.of(component)) {
                case Identity.Unknown(var unknown, Reason reason) -> new Wanted(unknown, at, null, reason);
                case Identity.Known known -> new Wanted(component, at, Probe.of(known), null);
            };
        }

        String name() {
            if (probe == null) {
                return "";
            }
            String byPackage = probe.packageName();
            String byProduct = probe.productName();
            return byPackage != null ? byPackage : byProduct != null ? byProduct : "";
        }
    }

    Batch(AdvisoryIndex index, List<Component> components) {
        this.index = index;
        this.components = components;
    }

    List<Found> found() {
        int[] places = new int[components.size()];
        List<Component> distinct = distinct(places);
        Wanted[] wanted = IntStream.range(0, distinct.size())
                .parallel()
                .mapToObj(at -> Wanted.of(distinct.get(at), at))
                .toArray(Wanted[]::new);
        Arrays.parallelSort(wanted, BY_NAME);
        @Nullable Found[] found = new @Nullable Found[wanted.length];
        IntStream.range(0, SHARES)
                .parallel()
                .forEach(share -> find(
                        wanted,
                        (int) ((long) wanted.length * share / SHARES),
                        (int) ((long) wanted.length * (share + 1) / SHARES),
                        found));
        return new AbstractList<>() {
            @Override
            public Found get(int row) {
                Found one = found[places[row]];
                if (one == null) {
                    throw new IllegalStateException("not looked up");
                }
                return one;
            }

            @Override
            public int size() {
                return places.length;
            }
        };
    }

    /// Components of one name are looked up together, so that an advisory is read once for all of them.
    private void find(Wanted[] wanted, int from, int to, @Nullable Found[] found) {
        Sifter sifter = new Sifter(index);
        for (int i = from; i < to; ) {
            int end = i + 1;
            while (end < to && end - i < MAX_TOGETHER && wanted[end].name().equals(wanted[i].name())) {
                end++;
            }
            together(sifter, wanted, i, end, found);
            i = end;
        }
    }

    private static void together(Sifter sifter, Wanted[] wanted, int from, int to, @Nullable Found[] found) {
        // A place and whether it is certain above, which of the components below.
        long[] asked = new long[64];
        int size = 0;
        List<List<Finding>> findings = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            findings.add(new ArrayList<>());
            Probe probe = wanted[i].probe;
            for (int one : probe == null ? NONE : sifter.sift(probe)) {
                asked = size == asked.length ? Arrays.copyOf(asked, size * 2) : asked;
                asked[size++] = ((long) one << 32) | i;
            }
        }
        Arrays.sort(asked, 0, size);
        for (int k = 0; k < size; k++) {
            int i = (int) asked[k];
            Probe probe = wanted[i].probe;
            if (probe != null) {
                Finding finding = sifter.finding((int) (asked[k] >>> 32), probe, Environment.alone(probe.known()));
                if (finding != null) {
                    findings.get(i - from).add(finding);
                }
            }
        }
        for (int i = from; i < to; i++) {
            Reason reason = wanted[i].reason;
            found[wanted[i].at] = reason == null
                    ? new Found.Evaluated(wanted[i].component, findings.get(i - from))
                    : new Found.NotEvaluated(wanted[i].component, reason);
        }
    }

    /// The components without their repetitions.
    ///
    /// @param places filled with the place of each given component among the distinct ones
    private List<Component> distinct(int[] places) {
        int[] hashes = new int[places.length];
        IntStream.range(0, places.length)
                .parallel()
                .forEach(row -> hashes[row] = components.get(row).hashCode());
        // Each share has the components of some hashes to itself.
        List<List<Component>> shares = IntStream.range(0, SHARES)
                .parallel()
                .mapToObj(share -> distinct(share, hashes, places))
                .toList();
        int[] begins = new int[SHARES];
        List<Component> distinct = new ArrayList<>();
        for (int share = 0; share < SHARES; share++) {
            begins[share] = distinct.size();
            distinct.addAll(shares.get(share));
        }
        IntStream.range(0, places.length).parallel().forEach(row -> places[row] += begins[share(hashes[row])]);
        return distinct;
    }

    private List<Component> distinct(int share, int[] hashes, int[] places) {
        List<Component> distinct = new ArrayList<>();
        Map<Component, Integer> seen = new HashMap<>();
        for (int row = 0; row < hashes.length; row++) {
            if (share(hashes[row]) == share) {
                Component component = components.get(row);
                Integer at = seen.putIfAbsent(component, distinct.size());
                places[row] = at == null ? distinct.size() : at;
                if (at == null) {
                    distinct.add(component);
                }
            }
        }
        return distinct;
    }

    private static int share(int hash) {
        return (hash ^ (hash >>> 16)) & (SHARES - 1);
    }
}
