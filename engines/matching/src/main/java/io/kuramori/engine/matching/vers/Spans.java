package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.Span.Edge;
import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.Sorted;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set of versions as spans, lowest first, none touching the next.
record Spans<K extends Comparable<K>>(List<Span<K>> spans) {

    Spans {
        spans = List.copyOf(spans);
    }

    static <K extends Comparable<K>> Spans<K> everything() {
        return new Spans<>(List.of(Span.<K>everything()));
    }

    /// Every version that lies in any of them.
    static <K extends Comparable<K>> Spans<K> union(List<Span<K>> given) {
        List<Span<K>> filled = given.stream().filter(span -> !span.isEmpty()).toList();
        List<Span<K>> merged = new ArrayList<>();
        for (Span<K> span : Sorted.by((left, right) -> Span.compareLows(left.low(), right.low()), filled)) {
            if (!merged.isEmpty() && merged.getLast().reaches(span)) {
                Span<K> last = merged.removeLast();
                Edge<K> high = Span.compareHighs(last.high(), span.high()) >= 0 ? last.high() : span.high();
                merged.add(new Span<>(last.low(), high));
            } else {
                merged.add(span);
            }
        }
        return new Spans<>(merged);
    }

    /// What a list of constraints says under VERS: intervals between lower and upper bounds, single versions, without
    /// the versions excluded. Empty when a version is not one in the order.
    ///
    /// @param constraints sorted by version
    static <K extends Comparable<K>> Optional<Spans<K>> of(List<Constraint> constraints, VersionOrder<K> order) {
        List<Span<K>> spans = new ArrayList<>();
        List<Edge<K>> holes = new ArrayList<>();
        Edge<K> low = null;
        boolean lastUpper = false;
        boolean bounded = false;
        for (Constraint constraint : constraints) {
            if (constraint.comparator() == Comparator.ANY) {
                return Optional.of(everything());
            }
            if (!(order.parse(constraint.version()) instanceof Parse.Parsed<K>(K key))) {
                return Optional.empty();
            }
            Comparator comparator = constraint.comparator();
            Edge<K> edge = new Edge<>(key, constraint.version(), comparator.inclusive());
            if (comparator == Comparator.NOT_EQUAL) {
                holes.add(edge);
                continue;
            }
            bounded = true;
            if (comparator == Comparator.EQUAL) {
                spans.add(new Span<>(edge, edge));
            } else if (comparator.lower()) {
                // Of lower bounds in a row the first holds.
                low = low == null || lastUpper ? edge : low;
                lastUpper = false;
            } else {
                // Of upper bounds in a row the last holds: each span of the row ends later than the one before.
                spans.add(new Span<>(low, edge));
                lastUpper = true;
            }
        }
        if (low != null && !lastUpper) {
            spans.add(new Span<>(low, null));
        }
        Spans<K> all = bounded ? union(spans) : everything();
        return Optional.of(all.without(holes));
    }

    Spans<K> intersect(Spans<K> other) {
        List<Span<K>> shared = new ArrayList<>();
        for (Span<K> left : spans) {
            for (Span<K> right : other.spans) {
                shared.add(left.intersect(right));
            }
        }
        return union(shared);
    }

    boolean holds(K version) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span<K> span = spans.get(middle);
            if (span.holds(version)) {
                return true;
            }
            Edge<K> begin = span.low();
            if (begin != null && version.compareTo(begin.key()) <= 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return false;
    }

    boolean same(Spans<K> other) {
        if (spans.size() != other.spans.size()) {
            return false;
        }
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).same(other.spans.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The shortest constraints that say this; none when there is nothing to say.
    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (Span<K> span : spans) {
            Edge<K> low = span.low();
            Edge<K> high = span.high();
            if (low == null && high == null) {
                constraints.add(Constraint.any());
            } else if (low != null && high != null && low.key().compareTo(high.key()) == 0) {
                constraints.add(Constraint.of(Comparator.EQUAL, low.text()));
            } else {
                if (low != null) {
                    constraints.add(
                            Constraint.of(low.included() ? Comparator.AT_LEAST : Comparator.GREATER, low.text()));
                }
                if (high != null) {
                    constraints.add(Constraint.of(high.included() ? Comparator.AT_MOST : Comparator.LESS, high.text()));
                }
            }
        }
        return constraints;
    }

    /// @param holes excluded edges
    private Spans<K> without(List<Edge<K>> holes) {
        List<Span<K>> left = spans;
        for (Edge<K> hole : holes) {
            List<Span<K>> cut = new ArrayList<>();
            for (Span<K> span : left) {
                if (span.holds(hole.key())) {
                    cut.add(new Span<>(span.low(), hole));
                    cut.add(new Span<>(hole, span.high()));
                } else {
                    cut.add(span);
                }
            }
            cut.removeIf(Span::isEmpty);
            left = cut;
        }
        return new Spans<>(left);
    }
}
