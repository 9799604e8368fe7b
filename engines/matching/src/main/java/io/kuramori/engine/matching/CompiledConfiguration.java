package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A configuration, evaluated as it stands over an environment, for one component of it.
///
/// Two questions are asked of each node. *Does it hold* of the environment. And *does it hold with the component in a
/// vulnerable part of it*, which is what makes that component affected: of a conjunction, if all of it holds and one
/// branch holds so; of an alternative, if one does; of a negation, if the component is the product spoken of and the
/// negation holds.
sealed interface CompiledConfiguration {

    record All(List<CompiledConfiguration> of) implements CompiledConfiguration {}

    record Any(List<CompiledConfiguration> of) implements CompiledConfiguration {}

    record Not(CompiledConfiguration of) implements CompiledConfiguration {}

    record Leaf(CompiledCriterion criterion) implements CompiledConfiguration {}

    /// What evaluation gave.
    ///
    /// @param decisive the criterion that decided; null when there was none to
    /// @param conditions the criteria beside it that had to hold
    /// @param wider whether a name left something open
    /// @param reason why it is unknown, null when it is not
    record Outcome(
            Truth truth,
            @Nullable Criterion decisive,
            List<Criterion> conditions,
            boolean wider,
            @Nullable Reason reason) {

        Outcome or(Outcome other) {
            return other.truth.compareTo(truth) > 0 || decisive == null ? other : this;
        }

        Outcome and(Outcome other) {
            Truth both = truth.and(other.truth);
            if (both != Truth.TRUE) {
                return truth.compareTo(other.truth) <= 0 ? this : other;
            }
            List<Criterion> all = new ArrayList<>(conditions);
            if (other.decisive != null && !other.decisive.equals(decisive)) {
                all.add(other.decisive);
            }
            all.addAll(other.conditions);
            return new Outcome(both, decisive, all.stream().distinct().toList(), wider || other.wider, null);
        }

        Outcome not() {
            return new Outcome(truth.not(), decisive, conditions, wider, reason);
        }
    }

    static CompiledConfiguration of(Applicability node) {
        return switch (node) {
            case Applicability.All(List<Applicability> nodes) ->
                new All(nodes.stream().map(CompiledConfiguration::of).toList());
            case Applicability.Any(List<Applicability> nodes) ->
                new Any(nodes.stream().map(CompiledConfiguration::of).toList());
            case Applicability.Not(Applicability inner) -> new Not(of(inner));
            case Criterion criterion -> new Leaf(CompiledCriterion.of(criterion));
        };
    }

    default Stream<CompiledCriterion> criteria() {
        return switch (this) {
            case All(List<CompiledConfiguration> nodes) -> nodes.stream().flatMap(CompiledConfiguration::criteria);
            case Any(List<CompiledConfiguration> nodes) -> nodes.stream().flatMap(CompiledConfiguration::criteria);
            case Not(CompiledConfiguration node) -> node.criteria();
            case Leaf(CompiledCriterion criterion) -> Stream.of(criterion);
        };
    }

    /// Whether the component is a product that this configuration calls vulnerable.
    default boolean concerns(Identity.Known known) {
        return switch (this) {
            case All(List<CompiledConfiguration> nodes) -> anyConcerns(nodes, known);
            case Any(List<CompiledConfiguration> nodes) -> anyConcerns(nodes, known);
            case Not(CompiledConfiguration node) -> node.concerns(known);
            case Leaf(CompiledCriterion found) -> found.criterion().vulnerable() && found.sameProduct(known);
        };
    }

    private static boolean anyConcerns(List<CompiledConfiguration> nodes, Identity.Known known) {
        for (CompiledConfiguration node : nodes) {
            if (node.concerns(known)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it holds with the component in a vulnerable part.
    default Outcome affects(Identity.Known known, Environment environment) {
        return switch (this) {
            case Leaf(CompiledCriterion found) ->
                found.criterion().vulnerable() ? outcome(found, found.meets(known)) : nothing();
            case Any(List<CompiledConfiguration> nodes) ->
                nodes.stream().map(node -> node.affects(known, environment)).reduce(nothing(), Outcome::or);
            case All(List<CompiledConfiguration> nodes) -> {
                Outcome part = nodes.stream()
                        .map(node -> node.affects(known, environment))
                        .reduce(nothing(), Outcome::or);
                if (part.truth == Truth.FALSE) {
                    yield part;
                }
                Outcome whole = part;
                for (CompiledConfiguration node : nodes) {
                    whole = whole.and(node.holds(known, environment));
                }
                yield whole;
            }
            case Not(CompiledConfiguration node) ->
                node.concerns(known) ? node.holds(known, environment).not() : nothing();
        };
    }

    /// Whether it holds of the environment.
    default Outcome holds(Identity.Known known, Environment environment) {
        return switch (this) {
            case Leaf(CompiledCriterion found) -> anywhere(found, known, environment);
            case Any(List<CompiledConfiguration> nodes) ->
                nodes.stream().map(node -> node.holds(known, environment)).reduce(nothing(), Outcome::or);
            case All(List<CompiledConfiguration> nodes) -> {
                Outcome whole = nodes.isEmpty() ? nothing() : nodes.getFirst().holds(known, environment);
                for (CompiledConfiguration node : nodes.subList(Math.min(1, nodes.size()), nodes.size())) {
                    whole = whole.and(node.holds(known, environment));
                }
                yield whole;
            }
            case Not(CompiledConfiguration node) ->
                node.holds(known, environment).not();
        };
    }

    private static Outcome nothing() {
        return new Outcome(Truth.FALSE, null, List.of(), false, null);
    }

    private static Outcome outcome(CompiledCriterion found, CompiledCriterion.Meeting meeting) {
        return new Outcome(meeting.truth(), found.criterion(), List.of(), meeting.wider(), meeting.reason());
    }

    private static Outcome anywhere(CompiledCriterion found, Identity.Known known, Environment environment) {
        Outcome best = outcome(found, found.meets(known));
        boolean listed = found.sameProduct(known);
        for (Identity.Known other : environment.of(found.product())) {
            best = best.or(outcome(found, found.meets(other)));
            listed |= found.sameProduct(other);
        }
        if (best.truth == Truth.FALSE
                && !listed
                && !environment.complete(found.criterion().name().part())) {
            Criterion criterion = found.criterion();
            return new Outcome(Truth.UNKNOWN, criterion, List.of(), false, new Reason.UnknownSurroundings(criterion));
        }
        return best;
    }
}
