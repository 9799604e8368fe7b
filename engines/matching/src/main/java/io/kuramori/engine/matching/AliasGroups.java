package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which names mean the same weakness, and who said so. Names are joined by what advisories call their aliases; what
/// they only relate to stays apart. Immutable, for many threads.
public final class AliasGroups {

    private final Map<String, Group> byName;

    /// One source's word that two names mean the same.
    public record Assertion(String source, String name, String alias) {}

    /// @param name the name by which most know it: its CVE, else its GHSA, else the first
    /// @param names all of them
    public record Group(String name, Set<String> names, List<Assertion> because) {
        public Group {
            names = Set.copyOf(names);
            because = List.copyOf(because);
        }
    }

    private AliasGroups(Map<String, Group> byName) {
        this.byName = byName;
    }

    public static AliasGroups of(Collection<Advisory> advisories) {
        Map<String, String> parents = new LinkedHashMap<>();
        List<Assertion> assertions = new ArrayList<>();
        for (Advisory advisory : advisories) {
            root(parents, advisory.id());
            for (String alias : advisory.aliases()) {
                assertions.add(new Assertion(advisory.source(), advisory.id(), alias));
                parents.put(root(parents, alias), root(parents, advisory.id()));
            }
        }
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (String name : List.copyOf(parents.keySet())) {
            names.computeIfAbsent(root(parents, name), root -> new TreeSet<>()).add(name);
        }
        Map<String, List<Assertion>> because = new LinkedHashMap<>();
        for (Assertion assertion : assertions) {
            because.computeIfAbsent(root(parents, assertion.name), root -> new ArrayList<>())
                    .add(assertion);
        }
        Map<String, Group> byName = new LinkedHashMap<>();
        names.forEach((root, members) -> {
            Group group = new Group(
                    members.stream().min(BEST_KNOWN).orElse(root), members, because.getOrDefault(root, List.of()));
            members.forEach(name -> byName.put(name, group));
        });
        return new AliasGroups(Map.copyOf(byName));
    }

    /// The group of a name; a name nobody spoke of is a group of its own.
    public Group of(String name) {
        Group group = byName.get(name);
        return group == null ? new Group(name, Set.of(name), List.of()) : group;
    }

    private static final Comparator<String> BEST_KNOWN =
            Comparator.comparingInt(AliasGroups::rank).thenComparing(Comparator.naturalOrder());

    private static int rank(String name) {
        return name.startsWith("CVE-") ? 0 : name.startsWith("GHSA-") ? 1 : 2;
    }

    /// The name that stands for its group, halving the way for the next who asks.
    private static String root(Map<String, String> parents, String name) {
        String at = name;
        String parent = parents.computeIfAbsent(at, own -> own);
        while (!parent.equals(at)) {
            String above = parents.getOrDefault(parent, parent);
            parents.put(at, above);
            at = above;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
