package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.Sorted;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range with its events read and sorted (OSV 1.7 §Evaluation).
///
/// @param points the events in order; at one version, first `fixed`, then `introduced`, then `last_affected`
/// @param limit the point from which the range says nothing, the farthest if there are several; null without one
/// @param unreadable the first version that is not one in the order; then this range decides nothing
record CompiledRange<K extends Comparable<K>>(
        List<Point<K>> points, @Nullable Point<K> limit, Optional<Reason> unreadable) {

    /// @param key null for `introduced: 0`, which is before every version
    record Point<K extends Comparable<K>>(
            Event event, @Nullable K key) {

        boolean reachedBy(K version) {
            if (key == null) {
                return true;
            }
            int order = version.compareTo(key);
            return event instanceof Event.LastAffected ? order > 0 : order >= 0;
        }
    }

    CompiledRange {
        points = List.copyOf(points);
    }

    static <K extends Comparable<K>> CompiledRange<K> of(Range range, VersionOrder<K> order) {
        List<Point<K>> points = new ArrayList<>();
        List<Point<K>> limits = new ArrayList<>();
        boolean unlimited = false;
        for (Event event : range.events()) {
            if (event instanceof Event.Introduced(String version) && version.equals("0")) {
                points.add(new Point<>(event, null));
            } else if (event instanceof Event.Limit(String version) && version.equals("*")) {
                unlimited = true;
            } else {
                switch (order.parse(event.version())) {
                    case Parse.Unparsable<K>(String text, String expected) -> {
                        return new CompiledRange<>(
                                List.of(), null, Optional.of(new Reason.UnparsableAdvisoryVersion(text, expected)));
                    }
                    case Parse.Parsed<K>(K key) ->
                        (event instanceof Event.Limit ? limits : points).add(new Point<>(event, key));
                }
            }
        }
        Point<K> limit = unlimited || limits.isEmpty()
                ? null
                : Sorted.by(CompiledRange::compare, limits).getLast();
        return new CompiledRange<>(Sorted.by(CompiledRange::compare, points), limit, Optional.empty());
    }

    /// The interval the version lies in, if it lies in one.
    Optional<Interval> find(K version) {
        if (limit != null && limit.reachedBy(version)) {
            return Optional.empty();
        }
        int introduced = -1;
        for (int i = 0; i < points.size() && points.get(i).reachedBy(version); i++) {
            boolean begins = points.get(i).event instanceof Event.Introduced;
            introduced = begins ? (introduced < 0 ? i : introduced) : -1;
        }
        return introduced < 0 ? Optional.empty() : Optional.of(interval(introduced));
    }

    /// Every affected interval, lowest first.
    List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < points.size(); i++) {
            boolean begins = points.get(i).event instanceof Event.Introduced;
            if (begins && !open) {
                intervals.add(interval(i));
            }
            open = begins;
        }
        return intervals;
    }

    /// Whether the range holds every version there is.
    boolean holdsEverything() {
        return unreadable.isEmpty()
                && limit == null
                && !points.isEmpty()
                && points.getFirst().key == null
                && points.stream().allMatch(point -> point.event instanceof Event.Introduced);
    }

    private Interval interval(int introduced) {
        Optional<Event> end = points.stream()
                .skip(introduced)
                .map(Point::event)
                .filter(event -> !(event instanceof Event.Introduced))
                .findFirst();
        return new Interval(
                points.get(introduced).event.version(),
                end.or(() -> Optional.ofNullable(limit).map(Point::event)));
    }

    private static <K extends Comparable<K>> int compare(Point<K> left, Point<K> right) {
        K leftKey = left.key;
        K rightKey = right.key;
        if (leftKey == null || rightKey == null) {
            return Boolean.compare(leftKey != null, rightKey != null);
        }
        int order = leftKey.compareTo(rightKey);
        return order != 0 ? order : Integer.compare(rank(left.event), rank(right.event));
    }

    private static int rank(Event event) {
        return switch (event) {
            case Event.Fixed ignored -> 0;
            case Event.Introduced ignored -> 1;
            case Event.LastAffected ignored -> 2;
            case Event.Limit ignored -> 3;
        };
    }
}
