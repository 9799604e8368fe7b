package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.List;

/// Matches components and advisories, in both directions with the same answers. Immutable, for many threads.
public final class Matcher {

    private final AdvisoryIndex advisories;

    public Matcher(AdvisoryIndex advisories) {
        this.advisories = advisories;
    }

    /// One answer for each advisory that speaks of the component, in the order the advisories were given. Nothing else
    /// is known to be installed beside it: what a configuration asks of its surroundings stays undecided.
    public Matches match(Component component) {
        return switch (Identity.of(component)) {
            case Identity.Unknown(Component unknown, Reason reason) -> new Matches.NotEvaluated(unknown, reason);
            case Identity.Known known -> evaluated(known, Environment.alone(known));
        };
    }

    /// Each component of an environment, in its order, with configurations evaluated over all of it.
    public List<Matches> match(Environment environment) {
        List<Matches> matches = new ArrayList<>();
        for (Component component : environment.components()) {
            matches.add(
                    switch (Identity.of(component)) {
                        case Identity.Unknown(Component unknown, Reason reason) ->
                            new Matches.NotEvaluated(unknown, reason);
                        case Identity.Known known -> evaluated(known, environment);
                    });
        }
        return List.copyOf(matches);
    }

    private Matches evaluated(Identity.Known known, Environment environment) {
        return new Matches.Evaluated(
                known.component(),
                advisories
                        .about(known)
                        .flatMap(advisory -> advisory.answer(known, environment).stream())
                        .toList());
    }

    /// One answer for each component the advisory speaks of, each taken alone. Packages of ecosystems not
    /// known here are in [#unknown(Advisory)].
    public static List<Answer> match(Advisory advisory, ComponentIndex components) {
        CompiledAdvisory compiled = CompiledAdvisory.of(advisory);
        return components
                .of(compiled)
                .flatMap(known -> compiled.answer(known, Environment.alone(known)).stream())
                .toList();
    }

    /// One answer for each component of the environment the advisory speaks of.
    public static List<Answer> match(Advisory advisory, Environment environment) {
        CompiledAdvisory compiled = CompiledAdvisory.of(advisory);
        return environment.known().stream()
                .flatMap(known -> compiled.answer(known, environment).stream())
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
