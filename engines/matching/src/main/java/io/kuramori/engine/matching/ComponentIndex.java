package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Components by package, for the direction advisory → components; immutable, for many threads.
public final class ComponentIndex {

    private final Map<PackageKey, List<Identified>> byPackage;
    private final List<Matches.NotEvaluated> notEvaluated;

    /// What is known of a component's identity.
    sealed interface Identity {}

    record Identified(Component component, PackageKey key, Optional<String> version) implements Identity {}

    record Unidentified(Component component, Reason reason) implements Identity {}

    private ComponentIndex(Map<PackageKey, List<Identified>> byPackage, List<Matches.NotEvaluated> notEvaluated) {
        this.byPackage = byPackage;
        this.notEvaluated = notEvaluated;
    }

    public static ComponentIndex of(Collection<Component> components) {
        Map<PackageKey, List<Identified>> byPackage = new LinkedHashMap<>();
        List<Matches.NotEvaluated> notEvaluated = new ArrayList<>();
        for (Component component : components) {
            switch (identify(component)) {
                case Identified found ->
                    byPackage
                            .computeIfAbsent(found.key.anyRelease(), key -> new ArrayList<>())
                            .add(found);
                case Unidentified(Component unknown, Reason reason) ->
                    notEvaluated.add(new Matches.NotEvaluated(unknown, reason));
            }
        }
        byPackage.replaceAll((key, found) -> List.copyOf(found));
        return new ComponentIndex(Map.copyOf(byPackage), List.copyOf(notEvaluated));
    }

    /// The components no advisory can reach, with the reason.
    public List<Matches.NotEvaluated> notEvaluated() {
        return notEvaluated;
    }

    List<Identified> named(PackageKey key) {
        return byPackage.getOrDefault(key, List.of());
    }

    static Identity identify(Component component) {
        if (component.purl() == null) {
            return new Unidentified(component, new Reason.NoIdentifier());
        }
        return switch (Purl.parse(component.purl())) {
            case Purl.Malformed(String text, String why) ->
                new Unidentified(component, new Reason.MalformedPurl(text, why));
            case Purl.Read(Purl purl) -> {
                if (Ecosystem.ofType(purl.key().type()).isEmpty()) {
                    yield new Unidentified(
                            component, new Reason.UnknownEcosystem(purl.key().type()));
                }
                String version = purl.version() == null ? component.version() : purl.version();
                yield new Identified(
                        component, purl.key(), Optional.ofNullable(version).filter(v -> !v.isBlank()));
            }
        };
    }
}
