package io.kuramori.engine.matching.sbom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds whether dependencies run in a circle, looking at each edge once, in a few numbers for each.
final class Circles {

    private static final int SHOWN = 5;

    /// Of a reference: not seen, on the way to where we stand, done with.
    private enum Seen {
        NOT,
        ON_THE_WAY,
        DONE
    }

    private final List<String> refs = new ArrayList<>();
    /// The targets of reference `i` are `targets[starts[i]]` up to `targets[starts[i + 1]]`.
    private final int[] starts;

    private final int[] targets;
    private final Seen[] seen;
    private final int[] next;
    private final int[] way;
    private int depth;

    private Circles(List<Edge> edges) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] from = new int[edges.size()];
        int[] to = new int[edges.size()];
        int count = 0;
        for (Edge edge : edges) {
            if (edge.kind() == Edge.Kind.DEPENDS_ON) {
                from[count] = number(numbers, edge.from());
                to[count++] = number(numbers, edge.to());
            }
        }
        starts = new int[refs.size() + 1];
        for (int i = 0; i < count; i++) {
            starts[from[i] + 1]++;
        }
        for (int i = 0; i < refs.size(); i++) {
            starts[i + 1] += starts[i];
        }
        next = Arrays.copyOf(starts, refs.size());
        targets = new int[count];
        for (int i = 0; i < count; i++) {
            targets[next[from[i]]++] = to[i];
        }
        System.arraycopy(starts, 0, next, 0, refs.size());
        seen = new Seen[refs.size()];
        Arrays.fill(seen, Seen.NOT);
        way = new int[refs.size()];
    }

    private int number(Map<String, Integer> numbers, String ref) {
        Integer known = numbers.putIfAbsent(ref, refs.size());
        if (known == null) {
            refs.add(ref);
            return refs.size() - 1;
        }
        return known;
    }

    /// The first circle met, such as `a -> b -> a`.
    static Optional<String> first(List<Edge> edges) {
        Circles circles = new Circles(edges);
        for (int start = 0; start < circles.refs.size(); start++) {
            if (circles.seen[start] == Seen.NOT && circles.from(start)) {
                return Optional.of(circles.told());
            }
        }
        return Optional.empty();
    }

    /// Whether a circle is met from there; it then ends with the target that stands next, and begins where that is on
    /// the way.
    private boolean from(int start) {
        enter(start);
        while (depth > 0) {
            int here = way[depth - 1];
            if (next[here] == starts[here + 1]) {
                seen[here] = Seen.DONE;
                depth--;
                continue;
            }
            int target = targets[next[here]];
            if (seen[target] == Seen.ON_THE_WAY) {
                return true;
            }
            next[here]++;
            if (seen[target] == Seen.NOT) {
                enter(target);
            }
        }
        return false;
    }

    private void enter(int ref) {
        seen[ref] = Seen.ON_THE_WAY;
        way[depth++] = ref;
    }

    private String told() {
        int last = way[depth - 1];
        int end = targets[next[last]];
        int begin = depth - 1;
        while (way[begin] != end) {
            begin--;
        }
        List<String> members = new ArrayList<>();
        for (int i = begin; i < Math.min(depth, begin + SHOWN); i++) {
            members.add(refs.get(way[i]));
        }
        if (depth - begin > SHOWN) {
            members.add("…");
        }
        members.add(refs.get(end));
        return String.join(" -> ", members);
    }
}
