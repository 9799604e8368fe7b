package io.kuramori.organization.web.authority;

import io.kuramori.organization.AuthorityTable.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What changes from one edition to another, matter by matter.
public final class EditionDiff {

    private EditionDiff() {}

    /// How a matter fares.
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        SAME
    }

    /// A matter, with its condition, in both editions.
    public record Line(Change change, Optional<Rule> before, Optional<Rule> after) {

        /// The rule that stands last.
        public Rule rule() {
            return after.or(() -> before).orElseThrow();
        }
    }

    private record Matter(String decision, String condition) {

        static Matter of(Rule rule) {
            return new Matter(rule.decision(), Objects.requireNonNullElse(rule.condition(), ""));
        }
    }

    /// Matters of the older edition in its order, then those that only the newer one has.
    static List<Line> between(List<Rule> before, List<Rule> after) {
        var newer = new LinkedHashMap<Matter, Rule>();
        after.forEach(rule -> newer.put(Matter.of(rule), rule));
        var lines = new ArrayList<Line>();
        for (var old : before) {
            var now = Optional.ofNullable(newer.remove(Matter.of(old)));
            lines.add(new Line(now.map(rule -> change(old, rule)).orElse(Change.REMOVED), Optional.of(old), now));
        }
        newer.values().forEach(rule -> lines.add(new Line(Change.ADDED, Optional.empty(), Optional.of(rule))));
        return lines;
    }

    private static Change change(Rule before, Rule after) {
        return before.decider().equals(after.decider()) && before.article().equals(after.article())
                ? Change.SAME
                : Change.CHANGED;
    }
}
