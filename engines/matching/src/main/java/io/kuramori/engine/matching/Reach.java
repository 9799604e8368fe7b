package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Hash;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names under which components and advisories meet, as numbers that are the same in every process: an advisory
/// that
/// speaks of a component shares one with it. What shares one need not match. Kept in a database, they tell which of
/// many
/// components an advisory is to be asked about.
public final class Reach {

    /// Another one whenever the names of the same component or advisory are; what was kept before is then made again.
    public static final int EDITION = 1;

    private Reach() {}

    /// Empty when no advisory can reach it.
    public static Set<Long> of(Component component) {
        if (!(Identity.of(component) instanceof Identity.Known known)) {
            return Set.of();
        }
        Probe probe = Probe.of(known);
        Set<Long> names = new LinkedHashSet<>();
        add(names, probe.packageName());
        Stream.concat(Stream.of(probe), probe.others().stream())
                .map(Probe::productName)
                .forEach(name -> add(names, name));
        if (probe.productName() != null) {
            add(names, SieveWriter.ANY_PRODUCT);
        }
        return names;
    }

    public static Set<Long> of(Advisory advisory) {
        Set<Long> names = new LinkedHashSet<>();
        SieveWriter.of(CompiledAdvisory.of(advisory)).keySet().forEach(name -> add(names, name));
        return names;
    }

    private static void add(Set<Long> names, @Nullable String name) {
        if (name != null) {
            names.add(Hash.of(name));
        }
    }
}
