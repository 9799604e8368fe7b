package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What one advisory says about one package, read once: any range or named version suffices to be affected; a part that
/// cannot be read makes the rest's "no" uncertain, never a "no".
final class CompiledPackage<K extends Comparable<K>> {

    private final VersionOrder<K> order;
    private final List<CompiledRange<K>> ranges;
    private final Set<String> named;
    private final NavigableMap<K, String> namedKeys;
    private final Optional<Reason> uncertain;
    private final NavigableMap<K, String> fixes;

    private CompiledPackage(
            VersionOrder<K> order, List<CompiledRange<K>> ranges, Set<String> named, Optional<Reason> uncertain) {
        this.order = order;
        this.ranges = List.copyOf(ranges);
        this.named = Set.copyOf(named);
        this.uncertain = uncertain;
        this.namedKeys = keys(named);
        this.fixes = keys(ranges.stream()
                .flatMap(range -> range.points().stream())
                .map(CompiledRange.Point::event)
                .filter(Event.Fixed.class::isInstance)
                .map(Event::version)
                .toList());
    }

    /// @param packages the entries of one advisory about one package
    static <K extends Comparable<K>> CompiledPackage<K> of(List<AffectedPackage> packages, VersionOrder<K> order) {
        List<CompiledRange<K>> ranges = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Reason uncertain = null;
        for (AffectedPackage affected : packages) {
            boolean commits = false;
            boolean told = !affected.versions().isEmpty();
            named.addAll(affected.versions());
            for (Range range : affected.ranges()) {
                if (range.kind() == Range.Kind.GIT) {
                    commits = true;
                    continue;
                }
                told = true;
                CompiledRange<K> compiled = CompiledRange.of(range, order);
                ranges.add(compiled);
                uncertain = uncertain == null ? compiled.unreadable().orElse(null) : uncertain;
            }
            if (!told && uncertain == null) {
                uncertain = commits ? new Reason.OnlyCommits() : new Reason.NoVersionsGiven();
            }
        }
        return new CompiledPackage<>(order, ranges, named, Optional.ofNullable(uncertain));
    }

    List<CompiledRange<K>> ranges() {
        return ranges;
    }

    /// The versions named that have a place in the order.
    NavigableMap<K, String> named() {
        return namedKeys;
    }

    /// Whether a version outside all ranges may be affected.
    boolean uncertain() {
        return uncertain.isPresent();
    }

    Answer answer(Component component, Advisory advisory, PackageKey key, Optional<String> version) {
        if (advisory.withdrawn().isPresent()) {
            Match match = match(component, advisory, key, List.of(), Confidence.EXACT);
            return new Answer.NotAffected(
                    match, new Decision.Withdrawn(advisory.withdrawn().get()));
        }
        if (ranges.stream().anyMatch(CompiledRange::holdsEverything)) {
            Match match = match(component, advisory, key, List.of(), Confidence.EXACT);
            return new Answer.Affected(match, new Decision.EveryVersion());
        }
        if (version.isEmpty()) {
            return indeterminate(component, advisory, key, new Reason.NoVersion());
        }
        String text = version.get();
        if (named.contains(text)) {
            List<String> fixed =
                    order.parse(text) instanceof Parse.Parsed<K>(K parsed) ? fixesAfter(parsed) : List.of();
            return new Answer.Affected(
                    match(component, advisory, key, fixed, Confidence.EXACT), new Decision.Listed(text));
        }
        return switch (order.parse(text)) {
            case Parse.Unparsable<K>(String refused, String expected) ->
                indeterminate(component, advisory, key, new Reason.UnparsableVersion(refused, expected));
            case Parse.Parsed<K>(K parsed) -> compared(component, advisory, key, text, parsed);
        };
    }

    private Answer compared(Component component, Advisory advisory, PackageKey key, String text, K parsed) {
        Match match = match(component, advisory, key, fixesAfter(parsed), Confidence.EXACT);
        for (CompiledRange<K> range : ranges) {
            Optional<Interval> interval = range.find(parsed);
            if (interval.isPresent()) {
                return new Answer.Affected(match, new Decision.Within(text, interval.get()));
            }
        }
        if (namedKeys.containsKey(parsed)) {
            return new Answer.Affected(match, new Decision.Listed(text));
        }
        if (uncertain.isPresent()) {
            return indeterminate(component, advisory, key, uncertain.get());
        }
        List<Interval> intervals =
                ranges.stream().flatMap(range -> range.intervals().stream()).toList();
        return new Answer.NotAffected(match, new Decision.Outside(text, intervals));
    }

    private List<String> fixesAfter(K version) {
        return List.copyOf(fixes.tailMap(version, false).values());
    }

    private static Answer indeterminate(Component component, Advisory advisory, PackageKey key, Reason reason) {
        return new Answer.Indeterminate(match(component, advisory, key, List.of(), Confidence.DERIVED), reason);
    }

    private static Match match(
            Component component, Advisory advisory, PackageKey key, List<String> fixed, Confidence confidence) {
        return new Match(component, advisory, new Identifier.OfPackage(key), fixed, confidence);
    }

    private NavigableMap<K, String> keys(Collection<String> versions) {
        NavigableMap<K, String> keys = new TreeMap<>();
        for (String version : versions) {
            if (order.parse(version) instanceof Parse.Parsed<K>(K key)) {
                keys.put(key, version);
            }
        }
        return keys;
    }
}
