package io.kuramori.organization.web.authority;

import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trail;
import io.kuramori.organization.internal.Body;
import io.kuramori.organization.web.frame.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the pages of the authority table show.
public final class AuthorityViews {

    private AuthorityViews() {}

    /// How an edition stands on a day.
    public enum State {
        DRAFT,
        TO_COME,
        IN_FORCE,
        SUPERSEDED
    }

    /// All editions, the newest first, and the rules of the one in force.
    public record Listing(
            Place place,
            List<AuthorityTable> editions,
            Optional<AuthorityTable> inForce,
            List<Rule> rules,
            Deciders deciders) {

        public Listing {
            editions = List.copyOf(editions);
            rules = List.copyOf(rules);
        }

        public State state(AuthorityTable edition) {
            return AuthorityViews.state(edition, inForce.map(AuthorityTable::id), place);
        }
    }

    /// One edition.
    ///
    /// @param others the other editions, to compare with
    /// @param complaints about the last act on the page
    public record Edition(
            Place place,
            AuthorityTable table,
            State state,
            List<Rule> rules,
            List<AuthorityTable> others,
            Deciders deciders,
            Trail trail,
            List<Complaint> complaints) {

        public Edition {
            rules = List.copyOf(rules);
            others = List.copyOf(others);
            complaints = List.copyOf(complaints);
        }

        public boolean draft() {
            return state == State.DRAFT && table.retiredOn() == null;
        }
    }

    /// Two editions side by side, the older one first.
    public record Comparison(
            Place place, AuthorityTable before, AuthorityTable after, List<EditionDiff.Line> lines, Deciders deciders) {

        public Comparison {
            lines = List.copyOf(lines);
        }

        public long changed() {
            return lines.stream()
                    .filter(line -> line.change() != EditionDiff.Change.SAME)
                    .count();
        }
    }

    /// Names of the bodies that rules point to, told apart where they are another institution's.
    public record Deciders(Place place, List<Body> bodies) {

        public Deciders {
            bodies = List.copyOf(bodies);
        }

        public String name(Rule rule) {
            return body(rule).map(Body::name).orElse("");
        }

        /// The institution of the decider, when it is another one.
        public Optional<String> elsewhere(Rule rule) {
            return body(rule)
                    .filter(body -> !body.institution().equals(place.id()))
                    .map(Body::institutionName);
        }

        public boolean committee(Rule rule) {
            return rule.decider() instanceof Decider.ByCommittee;
        }

        private Optional<Body> body(Rule rule) {
            UUID id = switch (rule.decider()) {
                case Decider.ByPost(var post) -> post.value();
                case Decider.ByCommittee(var committee) -> committee.value();
            };
            return bodies.stream().filter(body -> body.id().equals(id)).findFirst();
        }
    }

    static State state(AuthorityTable edition, Optional<AuthorityTableId> inForce, Place place) {
        if (edition.adopted() == null) {
            return State.DRAFT;
        }
        if (inForce.filter(edition.id()::equals).isPresent()) {
            return State.IN_FORCE;
        }
        return edition.effectiveFrom().isAfter(place.today()) ? State.TO_COME : State.SUPERSEDED;
    }
}
