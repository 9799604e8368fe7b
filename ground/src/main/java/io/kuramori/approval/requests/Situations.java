package io.kuramori.approval.requests;

import io.kuramori.approval.Content;
import io.kuramori.approval.rules.Ballot;
import io.kuramori.approval.rules.Body;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.Offices;
import io.kuramori.approval.rules.Parties;
import io.kuramori.approval.rules.Situation;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Organization;
import io.kuramori.organization.PostId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what the rules want to know of a request today: whom the authority table in force names, who holds those
/// posts,
/// who stands in for whom, what was voted.
@Component
class Situations {

    /// The matter under which an authority table names who decides in emergencies.
    static final String EMERGENCY = "approval.emergency";

    private final Organization organization;
    private final Accounts accounts;
    private final DeputyRepository deputies;
    private final VoteRepository votes;
    private final Clock clock;

    Situations(
            Organization organization,
            Accounts accounts,
            DeputyRepository deputies,
            VoteRepository votes,
            Clock clock) {
        this.organization = organization;
        this.accounts = accounts;
        this.deputies = deputies;
        this.votes = votes;
        this.clock = clock;
    }

    /// The institution's date now.
    LocalDate today(InstitutionId institution) {
        return organization.calendar(institution).today(clock);
    }

    /// The row of the authority table in force that decides; empty when the table names nobody (any more).
    Optional<Rule> rule(InstitutionId institution, Content content, LocalDate day) {
        return organization.deciders(institution, content.matter(), day).stream()
                .filter(rule -> Objects.equals(rule.condition(), content.condition()))
                .findFirst();
    }

    Situation of(Request request) {
        var today = today(request.institution());
        var body = rule(request.institution(), request.content(), today)
                .flatMap(rule -> body(rule.decider(), today))
                .orElse(null);
        var emergency = emergency(request.institution(), today);
        var parties = parties(request);
        var emergencyBy = new HashSet<UUID>();
        var taken = request.standing().emergency();
        if (taken != null) {
            emergencyBy.add(taken.by());
            emergencyBy.add(taken.principal());
        }
        return new Situation(
                request.standing().state(),
                parties,
                offices(posts(body, emergency), parties, today),
                body,
                ballot(request, votes.of(request.id())),
                emergency,
                emergencyBy);
    }

    Optional<Body> body(Decider decider, LocalDate day) {
        return switch (decider) {
            case Decider.ByPost(var post) -> Optional.of(new Body.Alone(post));
            case Decider.ByCommittee(var committee) ->
                organization
                        .seating(committee, day)
                        .map(seating -> new Body.Assembly(seating.quorum(), seating.seats(), seating.chair()));
        };
    }

    /// The votes that count in the present state.
    static Ballot ballot(Request request, List<Vote> votes) {
        var kind =
                request.standing().state() instanceof State.Provisional ? Vote.Kind.CONFIRMATION : Vote.Kind.DECISION;
        return new Ballot(votes.stream()
                .filter(vote -> vote.round() == request.asking().round())
                .filter(vote -> vote.kind() == kind && vote.said().counts())
                .map(vote ->
                        new Ballot.Cast(vote.power(), Choice.valueOf(vote.said().name())))
                .toList());
    }

    private Parties parties(Request request) {
        var behind = new HashSet<>(accounts.ofSamePerson(request.asking().by()));
        behind.addAll(accounts.ofSamePerson(request.asking().enteredBy()));
        var zone = organization.calendar(request.institution()).zone();
        return new Parties(behind, LocalDate.ofInstant(request.asking().first(), zone));
    }

    private Set<PostId> emergency(InstitutionId institution, LocalDate today) {
        var posts = new HashSet<PostId>();
        for (Rule rule : organization.deciders(institution, EMERGENCY, today)) {
            if (rule.decider() instanceof Decider.ByPost(var post)) {
                posts.add(post);
            }
        }
        return posts;
    }

    private static Set<PostId> posts(@Nullable Body body, Set<PostId> emergency) {
        var posts = new HashSet<>(emergency);
        switch (body) {
            case null -> {}
            case Body.Alone(var post) -> posts.add(post);
            case Body.Assembly assembly -> posts.addAll(assembly.seats());
        }
        return posts;
    }

    private Offices offices(Set<PostId> posts, Parties parties, LocalDate today) {
        Map<UUID, Set<PostId>> held = new HashMap<>();
        for (PostId post : posts) {
            for (UUID account : accounts.holding(post, today)) {
                held.computeIfAbsent(account, _ -> new HashSet<>()).add(post);
            }
        }
        var touched = new HashSet<>(held.keySet());
        touched.addAll(parties.accounts());
        return new Offices(today, held, deputies.touching(touched));
    }
}
