package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which update settles what several advisories say about one component.
public final class Fixes {

    private static final Pattern NUMBERS = Pattern.compile("[^0-9]++");

    private Fixes() {}

    /// The lowest version known to settle every advisory: the highest, by the order of the ecosystem, of each
    /// one's lowest fixed version above the component's own. Where that lies between two fixes of an advisory
    /// and shares as many leading numbers with the later one (`2.0.1` of `1.2.5` and `2.0.3`), its branch may
    /// not be fixed yet, and the later fix is asked for.
    ///
    /// @param type the purl type
    /// @param installed the component's version
    /// @param fixed the versions each advisory gives as fixed, in any order; unreadable ones are passed over
    /// @return as an advisory writes it; empty without advisories, when one of them has no fix above the
    ///     component's version, or when the type or that version is not understood
    public static Optional<String> settling(String type, String installed, Collection<List<String>> fixed) {
        return Ecosystem.ofType(type).flatMap(ecosystem -> settling(ecosystem.order(), installed, fixed));
    }

    private static <K extends Comparable<K>> Optional<String> settling(
            VersionOrder<K> order, String installed, Collection<List<String>> fixed) {
        if (fixed.isEmpty() || !(order.parse(installed) instanceof Parse.Parsed<K>(K own))) {
            return Optional.empty();
        }

        List<NavigableMap<K, String>> all = new ArrayList<>();
        for (List<String> versions : fixed) {
            NavigableMap<K, String> after = after(own, versions, order);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            all.add(after);
        }
        return Optional.of(settling(all));
    }

    private static <K extends Comparable<K>> String settling(List<NavigableMap<K, String>> all) {
        Map.Entry<K, String> at = all.getFirst().firstEntry();
        for (NavigableMap<K, String> fixes : all) {
            at = fixes.firstKey().compareTo(at.getKey()) > 0 ? fixes.firstEntry() : at;
        }
        // Each pass goes to a higher fix, or ends; the bound is for orders that run in circles.
        int passes = all.stream().mapToInt(NavigableMap::size).sum();
        Optional<Map.Entry<K, String>> next = further(at, all);
        while (next.isPresent() && passes-- > 0) {
            at = next.get();
            next = further(at, all);
        }
        return at.getValue();
    }

    /// The fix to go on to from a version, empty when every advisory is settled there.
    private static <K extends Comparable<K>> Optional<Map.Entry<K, String>> further(
            Map.Entry<K, String> at, List<NavigableMap<K, String>> all) {
        for (NavigableMap<K, String> fixes : all) {
            Map.Entry<K, String> before = fixes.floorEntry(at.getKey());
            Map.Entry<K, String> after = fixes.higherEntry(at.getKey());
            boolean fixed = before != null && before.getKey().compareTo(at.getKey()) == 0;
            if (before != null
                    && after != null
                    && !fixed
                    && shared(after.getValue(), at.getValue()) >= shared(before.getValue(), at.getValue())) {
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    /// How many leading numbers two versions share.
    private static int shared(String left, String right) {
        String[] mine = NUMBERS.split(left, -1);
        String[] theirs = NUMBERS.split(right, -1);
        int same = 0;
        while (same < mine.length && same < theirs.length && Objects.equals(mine[same], theirs[same])) {
            same++;
        }
        return same;
    }

    private static <K extends Comparable<K>> NavigableMap<K, String> after(
            K own, List<String> versions, VersionOrder<K> order) {
        NavigableMap<K, String> after = new TreeMap<>();
        for (String version : versions) {
            if (order.parse(version) instanceof Parse.Parsed<K>(K key) && key.compareTo(own) > 0) {
                after.putIfAbsent(key, version);
            }
        }
        return after;
    }
}
