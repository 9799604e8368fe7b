package io.kuramori.engine.matching;

import java.util.List;

/// Matches components and advisories, in both directions with the same answers. Immutable, for many threads.
public final class Matcher {

    private final AdvisoryIndex advisories;

    public Matcher(AdvisoryIndex advisories) {
        this.advisories = advisories;
    }

    /// One answer for each advisory about the component's package, in the order the advisories were given.
    public Matches match(Component component) {
        return switch (ComponentIndex.identify(component)) {
            case ComponentIndex.Unidentified(Component unknown, Reason reason) ->
                new Matches.NotEvaluated(unknown, reason);
            case ComponentIndex.Identified found ->
                new Matches.Evaluated(
                        component,
                        advisories.about(found.key()).stream()
                                .map(entry -> entry.answer(component, found.key(), found.version()))
                                .toList());
        };
    }

    /// One answer for each component of a package the advisory speaks of. Packages of ecosystems not known here are in
    /// [#unknown(Advisory)].
    public static List<Answer> match(Advisory advisory, ComponentIndex components) {
        return AdvisoryIndex.entries(advisory).stream()
                .flatMap(entry -> components.named(entry.key()).stream()
                        .map(found -> entry.answer(found.component(), found.key(), found.version())))
                .toList();
    }

    /// What the advisory says about ecosystems whose version order is not known here: never read it as nothing.
    public static List<AffectedPackage> unknown(Advisory advisory) {
        return advisory.affected().stream()
                .filter(affected -> affected.key()
                        .flatMap(key -> Ecosystem.ofType(key.type()))
                        .isEmpty())
                .toList();
    }
}
