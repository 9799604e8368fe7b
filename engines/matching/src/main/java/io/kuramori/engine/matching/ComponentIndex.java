package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Sieve.Word;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.segment.Out;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Components by their names, for the direction advisory → components; immutable, for many threads. Rows that hold
/// equal
/// components share one.
public final class ComponentIndex {

    private static final int[] NONE = {};

    private final Map<String, int[]> byName;
    private final int[] withProduct;
    private final Probe[] distinct;
    /// The rows of the component at `i` stand at `rowsFrom[i]` to `rowsFrom[i + 1]` in `rows`.
    private final int[] rowsFrom;
    private final int[] rows;
    private final List<Matches.NotEvaluated> notEvaluated;

    /// A component that an advisory affects, or may, and the rows that hold it.
    public static final class Hit {
        private final Finding finding;
        private final int[] rows;
        private final int from;
        private final int to;

        private Hit(Finding finding, int[] rows, int from, int to) {
            this.finding = finding;
            this.rows = rows;
            this.from = from;
            this.to = to;
        }

        public Finding finding() {
            return finding;
        }

        public int rowCount() {
            return to - from;
        }

        /// Rows are numbered from 0 as they were given.
        public void forEachRow(IntConsumer with) {
            for (int i = from; i < to; i++) {
                with.accept(rows[i]);
            }
        }
    }

    private ComponentIndex(
            Map<String, int[]> byName,
            int[] withProduct,
            Probe[] distinct,
            int[] rowsFrom,
            int[] rows,
            List<Matches.NotEvaluated> notEvaluated) {
        this.byName = byName;
        this.withProduct = withProduct;
        this.distinct = distinct;
        this.rowsFrom = rowsFrom;
        this.rows = rows;
        this.notEvaluated = List.copyOf(notEvaluated);
    }

    public static ComponentIndex of(Collection<Component> components) {
        Builder builder = new Builder();
        components.forEach(builder::add);
        return builder.build();
    }

    /// Takes rows one after another. For one thread.
    public static final class Builder {
        private final Map<Component, Integer> places = new LinkedHashMap<>();
        private int[] componentOfRow = new int[1024];
        private int size;

        /// Adds the next row.
        public Builder add(Component component) {
            if (size == componentOfRow.length) {
                componentOfRow = Arrays.copyOf(componentOfRow, size * 2);
            }
            Integer next = places.size();
            Integer place = places.putIfAbsent(component, next);
            componentOfRow[size++] = place == null ? next : place;
            return this;
        }

        public ComponentIndex build() {
            int[] from = new int[places.size() + 1];
            for (int row = 0; row < size; row++) {
                from[componentOfRow[row] + 1]++;
            }
            for (int i = 1; i < from.length; i++) {
                from[i] += from[i - 1];
            }
            int[] rows = new int[size];
            int[] next = from.clone();
            for (int row = 0; row < size; row++) {
                rows[next[componentOfRow[row]]++] = row;
            }
            return named(List.copyOf(places.keySet()), from, rows);
        }

        private static ComponentIndex named(List<Component> distinct, int[] from, int[] rows) {
            Map<String, Ints> byName = new HashMap<>();
            Ints withProduct = new Ints();
            Probe[] probes = new Probe[distinct.size()];
            List<Matches.NotEvaluated> notEvaluated = new ArrayList<>();
            for (int i = 0; i < probes.length; i++) {
                switch (Identity.of(distinct.get(i))) {
                    case Identity.Unknown(Component unknown, Reason reason) -> {
                        for (int row = from[i]; row < from[i + 1]; row++) {
                            notEvaluated.add(new Matches.NotEvaluated(unknown, reason));
                        }
                    }
                    case Identity.Known known -> {
                        Probe probe = Probe.of(known);
                        probes[i] = probe;
                        place(byName, probe.packageName(), i);
                        place(byName, probe.productName(), i);
                        for (Probe other : probe.others()) {
                            place(byName, other.productName(), i);
                        }
                        if (probe.productName() != null) {
                            withProduct.add(i);
                        }
                    }
                }
            }
            Map<String, int[]> trimmed = HashMap.newHashMap(byName.size());
            byName.forEach((name, ints) -> trimmed.put(name, ints.trimmed()));
            return new ComponentIndex(trimmed, withProduct.trimmed(), probes, from, rows, notEvaluated);
        }

        private static void place(Map<String, Ints> byName, @Nullable String name, int at) {
            if (name != null) {
                byName.computeIfAbsent(name, n -> new Ints()).add(at);
            }
        }
    }

    /// A list of numbers that grows.
    private static final class Ints {
        private int[] ints = new int[2];
        private int size;

        void add(int value) {
            if (size == ints.length) {
                ints = Arrays.copyOf(ints, size * 2);
            }
            ints[size++] = value;
        }

        int[] trimmed() {
            return Arrays.copyOf(ints, size);
        }
    }

    /// The components no advisory can reach, with the reason.
    public List<Matches.NotEvaluated> notEvaluated() {
        return notEvaluated;
    }

    private int[] under(String name) {
        return name.equals(SieveWriter.ANY_PRODUCT) ? withProduct : byName.getOrDefault(name, NONE);
    }

    /// The distinct components an advisory may speak of, in the order they were first given.
    List<Identity.Known> about(CompiledAdvisory advisory) {
        Ints places = new Ints();
        for (String name : SieveWriter.of(advisory).keySet()) {
            for (int place : under(name)) {
                places.add(place);
            }
        }
        return Arrays.stream(places.trimmed())
                .sorted()
                .distinct()
                .mapToObj(place -> distinct[place].known())
                .toList();
    }

    /// The components an advisory affects, or may, in the order they were first given.
    List<Hit> hits(CompiledAdvisory advisory) {
        Ints places = new Ints();
        for (Map.Entry<String, Out> row : SieveWriter.of(advisory).entrySet()) {
            boolean packages = row.getKey().charAt(0) == SieveWriter.PACKAGE;
            byte[] bytes = row.getValue().toBytes();
            for (int place : under(row.getKey())) {
                Probe probe = distinct[place];
                Word word = packages ? Sieve.ofPackage(new In(bytes), probe) : ofProduct(row.getKey(), bytes, probe);
                if (word != Word.NO) {
                    places.add((place << 1) | (word == Word.YES ? 1 : 0));
                }
            }
        }
        int[] found = places.trimmed();
        Arrays.sort(found);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            // A yes comes after an ask of the same component.
            if (i + 1 == found.length || found[i + 1] >>> 1 != found[i] >>> 1) {
                hit(advisory, found[i], hits);
            }
        }
        return hits;
    }

    /// What a row under a product says of a component, under whichever of its names stands there.
    private static Word ofProduct(String name, byte[] row, Probe probe) {
        Word word = face(name, row, probe);
        for (Probe other : probe.others()) {
            Word next = face(name, row, other);
            word = next.compareTo(word) > 0 ? next : word;
        }
        return word;
    }

    private static Word face(String name, byte[] row, Probe probe) {
        boolean there = name.equals(SieveWriter.ANY_PRODUCT) || name.equals(probe.productName());
        return there ? Sieve.ofProduct(new In(row), probe) : Word.NO;
    }

    private void hit(CompiledAdvisory advisory, int found, List<Hit> hits) {
        int place = found >>> 1;
        Identity.Known known = distinct[place].known();
        Finding finding = Finding.of(number -> advisory, 0, (found & 1) == 1, known, Environment.alone(known));
        if (finding != null) {
            hits.add(new Hit(finding, rows, rowsFrom[place], rowsFrom[place + 1]));
        }
    }
}
