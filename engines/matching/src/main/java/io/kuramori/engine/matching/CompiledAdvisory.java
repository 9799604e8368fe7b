package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An advisory read once, to be asked about one component after another. Most speak of more than a component asks
/// for, so what is not asked for is not worked out.
///
/// A component may be known to it by several names. The surest name speaks first (package, then CPE, then vendor and
/// product); a weaker one is heard only when the surer left the question open, and then only its "affected".
final class CompiledAdvisory {

    private final Advisory advisory;
    private final Map<PackageKey, Lazy<ReleasedPackage>> packages;
    private final List<NamedProduct> products;
    private final List<CompiledConfiguration> configurations;

    private CompiledAdvisory(
            Advisory advisory,
            Map<PackageKey, Lazy<ReleasedPackage>> packages,
            List<NamedProduct> products,
            List<CompiledConfiguration> configurations) {
        this.advisory = advisory;
        this.packages = packages;
        this.products = List.copyOf(products);
        this.configurations = List.copyOf(configurations);
    }

    static CompiledAdvisory of(Advisory advisory) {
        Map<PackageKey, List<AffectedPackage>> named = new LinkedHashMap<>();
        for (AffectedPackage affected : advisory.affected()) {
            affected.key()
                    .ifPresent(key -> named.computeIfAbsent(key.anyRelease(), k -> new ArrayList<>())
                            .add(affected));
        }
        Map<PackageKey, Lazy<ReleasedPackage>> packages = new LinkedHashMap<>();
        named.forEach((key, affected) -> Ecosystem.ofType(key.type())
                .ifPresent(known -> packages.put(key, Lazy.of(() -> ReleasedPackage.of(affected, known.order())))));
        return new CompiledAdvisory(
                advisory,
                packages,
                advisory.products().stream().map(NamedProduct::of).toList(),
                advisory.applicability().stream().map(CompiledConfiguration::of).toList());
    }

    Advisory advisory() {
        return advisory;
    }

    Map<PackageKey, Lazy<ReleasedPackage>> packages() {
        return packages;
    }

    List<NamedProduct> products() {
        return products;
    }

    List<CompiledConfiguration> configurations() {
        return configurations;
    }

    /// The answer about a component; empty when the advisory does not speak of it. Of several CPE names the one with
    /// the
    /// strongest answer counts.
    Optional<Answer> answer(Identity.Known known, Environment environment) {
        Optional<Answer> packaged = byPackage(known);
        Optional<Answer> answer = under(known, packaged, environment);
        for (Identity.Known other : known.others()) {
            answer = stronger(answer, under(other, packaged, environment));
        }
        return answer.map(this::withdrawn);
    }

    private Optional<Answer> under(Identity.Known known, Optional<Answer> packaged, Environment environment) {
        if (packaged.isPresent() && certain(packaged.get())) {
            return packaged;
        }
        List<Answer> answers = new ArrayList<>();
        packaged.ifPresent(answers::add);
        byCpe(known, environment).ifPresent(answers::add);
        if (answers.isEmpty() || !certain(answers.getFirst())) {
            NamedProduct.answer(products, Confidence.NAME, known, advisory).ifPresent(answers::add);
        }
        Optional<Answer> decided = answers.stream().findFirst().filter(CompiledAdvisory::certain);
        return decided.or(() -> answers.stream()
                        .filter(Answer.Affected.class::isInstance)
                        .findFirst())
                .or(() -> answers.stream().findFirst());
    }

    private static boolean certain(Answer answer) {
        return !(answer instanceof Answer.Indeterminate);
    }

    private Answer withdrawn(Answer answer) {
        if (advisory.withdrawn().isEmpty()) {
            return answer;
        }
        Match met = answer.match();
        Match match = new Match(met.component(), advisory, met.identifier(), List.of(), Confidence.EXACT);
        return new Answer.NotAffected(
                match, new Decision.Withdrawn(advisory.withdrawn().get()));
    }

    private Optional<Answer> byPackage(Identity.Known known) {
        PackageKey key = known.key();
        if (key == null) {
            return Optional.empty();
        }
        Lazy<ReleasedPackage> affected = packages.get(key.anyRelease());
        Optional<Answer> ranged = affected == null
                ? Optional.empty()
                : Optional.of(affected.get().answer(known.component(), advisory, key, known.version()));
        Optional<Answer> stated = NamedProduct.answer(products, Confidence.EXACT, known, advisory);
        return stronger(ranged, stated);
    }

    private Optional<Answer> byCpe(Identity.Known known, Environment environment) {
        if (known.cpe() == null) {
            return Optional.empty();
        }
        Optional<Answer> configured = configured(known, environment);
        Optional<Answer> stated = NamedProduct.answer(products, Confidence.CPE, known, advisory);
        return stronger(configured, stated);
    }

    /// Of two answers under the same kind of name: affected, else undecided, else not affected.
    private static Optional<Answer> stronger(Optional<Answer> left, Optional<Answer> right) {
        return left.isEmpty() || (right.isPresent() && rank(right.get()) > rank(left.get())) ? right : left;
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case Answer.Affected ignored -> 2;
            case Answer.Indeterminate ignored -> 1;
            case Answer.NotAffected ignored -> 0;
        };
    }

    private Optional<Answer> configured(Identity.Known known, Environment environment) {
        CompiledConfiguration.Outcome best = null;
        for (CompiledConfiguration configuration : configurations) {
            if (configuration.concerns(known)) {
                CompiledConfiguration.Outcome outcome = configuration.affects(known, environment);
                best = best == null ? outcome : best.or(outcome);
            }
        }
        if (best == null || best.decisive() == null || known.cpe() == null) {
            return Optional.empty();
        }
        Confidence confidence = known.made() ? Confidence.NAME : best.wider() ? Confidence.CPE_WIDER : Confidence.CPE;
        Identifier identifier = new Identifier.OfCpe(
                best.decisive().vulnerable() ? best.decisive().name() : known.cpe());
        Bounds bounds = best.decisive().bounds();
        List<String> fixed = bounds.end() == null || bounds.endIncluded() ? List.of() : List.of(bounds.end());
        String version = known.cpeVersion().orElse("");
        return Optional.of(
                switch (best.truth()) {
                    case TRUE ->
                        new Answer.Affected(
                                new Match(known.component(), advisory, identifier, fixed, confidence),
                                new Decision.Applies(version, best.decisive(), best.conditions()));
                    case FALSE ->
                        new Answer.NotAffected(
                                new Match(known.component(), advisory, identifier, List.of(), confidence),
                                new Decision.Inapplicable(version, best.decisive()));
                    case UNKNOWN ->
                        new Answer.Indeterminate(
                                new Match(known.component(), advisory, identifier, List.of(), confidence),
                                best.reason() == null ? new Reason.OpenAttribute(best.decisive()) : best.reason());
                });
    }
}
