package io.kuramori.engine.matching.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Sorts versions whose order may run in circles, as Maven's does for a few odd ones: `List.sort` throws when it
/// notices
/// one, so that an advisory of many such versions would be lost. Here each input has one result; within a circle it
/// says
/// nothing.
public final class Sorted {

    private Sorted() {}

    private record Placed<T>(T value, int place) {}

    /// A new list, lowest first; what is equal stays in the order given.
    public static <T> List<T> by(Comparator<? super T> order, List<T> given) {
        PriorityQueue<Placed<T>> heap = new PriorityQueue<>(
                Math.max(1, given.size()),
                Comparator.<Placed<T>, T>comparing(Placed::value, order).thenComparingInt(Placed::place));
        for (int i = 0; i < given.size(); i++) {
            heap.add(new Placed<>(given.get(i), i));
        }
        List<T> sorted = new ArrayList<>(given.size());
        for (Placed<T> next = heap.poll(); next != null; next = heap.poll()) {
            sorted.add(next.value());
        }
        return sorted;
    }
}
