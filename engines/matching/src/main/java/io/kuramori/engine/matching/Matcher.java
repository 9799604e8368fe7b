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
        List<Answer> answers = new ArrayList<>();
        for (int place : new Sifter(advisories).about(Probe.of(known))) {
            advisories.advisory(place).answer(known, environment).ifPresent(answers::add);
        }
        return new Matches.Evaluated(known.component(), answers);
    }

    /// What affects the component, or may, taken alone: the answers of [#match(Component)] but for "not affected", most
    /// of them not yet put in words.
    public Found find(Component component) {
        return find(component, new Sifter(advisories));
    }

    private static Found find(Component component, Sifter sifter) {
        return switch (Identity.of(component)) {
            case Identity.Unknown(Component unknown, Reason reason) -> new Found.NotEvaluated(unknown, reason);
            case Identity.Known known ->
                new Found.Evaluated(component, sifter.findings(Probe.of(known), Environment.alone(known)));
        };
    }

    /// The same for each component of an environment, in its order, with configurations evaluated over all of it.
    public List<Found> find(Environment environment) {
        Sifter sifter = new Sifter(advisories);
        List<Found> all = new ArrayList<>();
        for (Component component : environment.components()) {
            all.add(
                    switch (Identity.of(component)) {
                        case Identity.Unknown(Component unknown, Reason reason) ->
                            new Found.NotEvaluated(unknown, reason);
                        case Identity.Known known ->
                            new Found.Evaluated(component, sifter.findings(Probe.of(known), environment));
                    });
        }
        return List.copyOf(all);
    }

    /// The same for many components, each taken alone, at the places they have in the list. Components that are equal
    /// are looked up once and share what was found. Works on all cores.
    public List<Found> find(List<Component> components) {
        return new Batch(advisories, components).found();
    }

    /// One answer for each component the advisory speaks of, each taken alone. Packages of ecosystems not
    /// known here are in [#unknown(Advisory)].
    public static List<Answer> match(Advisory advisory, ComponentIndex components) {
        CompiledAdvisory compiled = CompiledAdvisory.of(advisory);
        List<Answer> answers = new ArrayList<>();
        components
                .about(compiled)
                .forEach(known ->
                        compiled.answer(known, Environment.alone(known)).ifPresent(answers::add));
        return answers;
    }

    /// What the advisory affects, or may, each taken alone: the answers of [#match(Advisory, ComponentIndex)] but for
    /// "not affected", with the rows of each component.
    public static List<ComponentIndex.Hit> find(Advisory advisory, ComponentIndex components) {
        return components.hits(CompiledAdvisory.of(advisory));
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
