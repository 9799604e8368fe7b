package io.kuramori.engine.matching.vex;

import io.kuramori.engine.matching.vex.Identity.Fit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the statements that hold for a component. Immutable, safe for many threads.
///
/// A statement holds when its product is the component; or when its product is the subject of the bill of materials and
/// its subcomponent is the component, or it speaks of the product as a whole. Vulnerabilities meet by id and alias,
/// never by the name of a source.
public final class VexIndex {

    private static final Comparator<Statement> NEWEST_FIRST = Comparator.comparing(
                    (Statement statement) -> statement.time().orElse(Instant.MIN))
            .reversed();

    private final Map<String, List<Statement>> byId;

    private VexIndex(Map<String, List<Statement>> byId) {
        this.byId = byId;
    }

    public static VexIndex of(Collection<Statement> statements) {
        Map<String, List<Statement>> byId = new HashMap<>();
        for (Statement statement : List.copyOf(statements)) {
            keys(statement.ids())
                    .forEach(key ->
                            byId.computeIfAbsent(key, id -> new ArrayList<>()).add(statement));
        }
        return new VexIndex(byId);
    }

    /// @param subject what the bill of materials as a whole is about, if it says so
    /// @param ids the advisory's id and aliases
    public VexAnswer answer(Identity component, Optional<Identity> subject, Collection<String> ids) {
        Set<Statement> sure = new LinkedHashSet<>();
        Set<Statement> byName = new LinkedHashSet<>();
        for (String key : keys(ids)) {
            for (Statement statement : byId.getOrDefault(key, List.of())) {
                switch (fit(statement, component, subject)) {
                    case SURE -> sure.add(statement);
                    case NAME -> byName.add(statement);
                    case NONE -> {}
                }
            }
        }
        if (!sure.isEmpty()) {
            return weigh(sure.stream().sorted(NEWEST_FIRST).toList());
        }
        return byName.isEmpty()
                ? new VexAnswer.Unstated()
                : new VexAnswer.Ambiguous(byName.stream().sorted(NEWEST_FIRST).toList(), VexAnswer.Why.NAME_ONLY);
    }

    private static Set<String> keys(Collection<String> ids) {
        Set<String> keys = new LinkedHashSet<>();
        ids.forEach(id -> keys.add(id.toUpperCase(Locale.ROOT)));
        return keys;
    }

    private static Fit fit(Statement statement, Identity component, Optional<Identity> subject) {
        Fit own = statement.subcomponent().isPresent() ? Fit.NONE : component.fit(statement.product());
        Fit whole = subject.map(identity -> identity.fit(statement.product())).orElse(Fit.NONE);
        Fit part = statement.subcomponent().map(component::fit).orElse(Fit.SURE);
        return max(own, min(whole, part));
    }

    private static Fit max(Fit left, Fit right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private static Fit min(Fit left, Fit right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static VexAnswer weigh(List<Statement> newestFirst) {
        Map<String, Statement> latest = new HashMap<>();
        newestFirst.forEach(statement -> latest.putIfAbsent(statement.author(), statement));
        List<Statement> standing = new ArrayList<>();
        List<Statement> superseded = new ArrayList<>();
        for (Statement statement : newestFirst) {
            Statement last = latest.getOrDefault(statement.author(), statement);
            (supersedes(last, statement) ? superseded : standing).add(statement);
        }
        Statement first = standing.getFirst();
        boolean agree = standing.stream().allMatch(statement -> word(statement).equals(word(first)));
        return agree
                ? new VexAnswer.Stated(first, standing.subList(1, standing.size()), superseded)
                : new VexAnswer.Ambiguous(standing, VexAnswer.Why.CONFLICT);
    }

    /// Only the same author, by name, takes back what they said, and only when both times are known.
    private static boolean supersedes(Statement newer, Statement older) {
        return !newer.author().isBlank()
                && newer.author().equals(older.author())
                && !word(newer).equals(word(older))
                && newer.time().isPresent()
                && older.time().isPresent()
                && newer.time().get().isAfter(older.time().get());
    }

    private static String word(Statement statement) {
        return statement.status().word();
    }
}
