package io.kuramori.engine.matching.sbom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds whether dependencies run in a circle, looking at each edge once and never deeper than memory allows.
final class Circles {

    private static final int SHOWN = 5;

    private final Map<String, List<String>> targets = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    /// Those on the way to where we stand, with what is still to be seen of each.
    private final Map<String, Iterator<String>> onTheWay = new HashMap<>();

    private final Deque<String> way = new ArrayDeque<>();

    private Circles(List<Edge> edges) {
        for (Edge edge : edges) {
            if (edge.kind() == Edge.Kind.DEPENDS_ON) {
                targets.computeIfAbsent(edge.from(), from -> new ArrayList<>(2)).add(edge.to());
            }
        }
    }

    /// The first circle met, such as `a -> b -> a`.
    static Optional<String> first(List<Edge> edges) {
        Circles circles = new Circles(edges);
        return circles.targets.keySet().stream()
                .flatMap(start -> circles.from(start).stream())
                .findFirst();
    }

    private Optional<String> from(String start) {
        enter(start);
        while (!way.isEmpty()) {
            String here = way.getLast();
            Iterator<String> rest =
                    onTheWay.getOrDefault(here, List.<String>of().iterator());
            if (!rest.hasNext()) {
                way.removeLast();
                onTheWay.remove(here);
                done.add(here);
                continue;
            }
            String next = rest.next();
            if (onTheWay.containsKey(next)) {
                return Optional.of(circle(next));
            }
            enter(next);
        }
        return Optional.empty();
    }

    private void enter(String ref) {
        if (!done.contains(ref)) {
            way.addLast(ref);
            onTheWay.put(ref, targets.getOrDefault(ref, List.of()).iterator());
        }
    }

    private String circle(String start) {
        List<String> members = new ArrayList<>(
                way.stream().dropWhile(ref -> !ref.equals(start)).toList());
        if (members.size() > SHOWN) {
            members = new ArrayList<>(members.subList(0, SHOWN));
            members.add("…");
        }
        members.add(start);
        return String.join(" -> ", members);
    }
}
