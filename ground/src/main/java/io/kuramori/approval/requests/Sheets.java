package io.kuramori.approval.requests;

import io.kuramori.approval.requests.Sheet.May;
import io.kuramori.approval.requests.Sheet.Seat;
import io.kuramori.approval.rules.Act;
import io.kuramori.approval.rules.Body;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.Machine;
import io.kuramori.approval.rules.Power;
import io.kuramori.approval.rules.SeparationOfDuties;
import io.kuramori.approval.rules.Situation;
import io.kuramori.approval.rules.State;
import io.kuramori.approval.rules.Verdict;
import io.kuramori.approval.rules.Verdict.Reason;
import io.kuramori.identity.Caller;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Organization;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Gathers everything that a request's page tells.
@Service
public class Sheets {

    private final RequestRepository requests;
    private final VoteRepository votes;
    private final ConditionRepository conditions;
    private final OutsideRepository outsides;
    private final Situations situations;
    private final Limits limits;
    private final Organization organization;
    private final NameRepository names;
    private final Trails trails;
    private final Changes changes;

    Sheets(
            RequestRepository requests,
            VoteRepository votes,
            ConditionRepository conditions,
            OutsideRepository outsides,
            Situations situations,
            Limits limits,
            Organization organization,
            NameRepository names,
            Trails trails,
            Changes changes) {
        this.requests = requests;
        this.votes = votes;
        this.conditions = conditions;
        this.outsides = outsides;
        this.situations = situations;
        this.limits = limits;
        this.organization = organization;
        this.names = names;
        this.trails = trails;
        this.changes = changes;
    }

    public Optional<Sheet> find(Caller caller, UUID id) {
        return changes.read(caller, () -> requests.find(id).map(request -> sheet(caller, request)));
    }

    private Sheet sheet(Caller caller, Request request) {
        var today = situations.today(request.institution());
        var situation = situations.of(request);
        var cast = votes.of(request.id());
        var paper = outsides.of(request.id());
        var rule = situations.rule(request.institution(), request.content(), today);
        var bodies = names.bodies();
        var hung = conditions.of(request.id());
        return new Sheet(
                request,
                organization
                        .institution(request.institution())
                        .map(Institution::name)
                        .orElse(""),
                today,
                rule,
                rule.map(Sheets::id).map(bodies::get),
                rule.map(each -> each.table().value())
                        .map(each -> names.editions(List.of(each)).get(each)),
                seats(situation, bodies),
                cast,
                hung,
                paper,
                requests.renewalsOf(request.id()),
                Optional.ofNullable(request.asking().renews()).flatMap(requests::find),
                names.accounts(people(request, situation, cast, hung, paper)),
                bodies,
                may(caller, request, situation, cast),
                limits.confirmWithin(request.institution(), today),
                trails.of(caller, "approval.request", request.id()));
    }

    private static UUID id(Rule rule) {
        return switch (rule.decider()) {
            case Decider.ByPost(var post) -> post.value();
            case Decider.ByCommittee(var committee) -> committee.value();
        };
    }

    private static List<Seat> seats(Situation situation, Map<UUID, String> bodies) {
        var posts = new ArrayList<PostId>();
        switch (situation.body()) {
            case null -> {}
            case Body.Alone(var post) -> posts.add(post);
            case Body.Assembly assembly -> posts.addAll(assembly.seats());
        }
        return posts.stream()
                .map(post -> seat(situation, post, bodies.get(post.value())))
                .sorted(Comparator.comparing(Seat::chair)
                        .reversed()
                        .thenComparing(each -> each.post().value()))
                .toList();
    }

    private static Seat seat(Situation situation, PostId post, @Nullable String name) {
        var holders = situation.offices().held().entrySet().stream()
                .filter(entry -> entry.getValue().contains(post))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        var barred = new HashSet<UUID>();
        holders.stream()
                .filter(holder -> SeparationOfDuties.bar(holder, situation.parties(), situation.offices())
                        .isPresent())
                .forEach(barred::add);
        var deputies = situation.offices().delegations().stream()
                .filter(each -> each.post().equals(post)
                        && each.on(situation.offices().today())
                        && holders.contains(each.principal()))
                .map(each -> each.deputy())
                .distinct()
                .toList();
        boolean chair = situation.body() instanceof Body.Assembly assembly && post.equals(assembly.chair());
        return new Seat(post, name, chair, holders, barred, deputies);
    }

    private static May may(Caller caller, Request request, Situation situation, List<Vote> votes) {
        var me = caller.actor().id();
        var powers = Decisions.powers(situation, me);
        boolean mine = situation.parties().accounts().contains(me);
        var state = request.standing().state();
        boolean free = SeparationOfDuties.bar(me, situation.parties(), situation.offices())
                .isEmpty();
        return new May(
                any(situation, powers, power -> new Act.Vote(power, Choice.APPROVE)),
                any(situation, powers, power -> new Act.Vote(power, Choice.ABSTAIN)),
                any(situation, powers, Act.SendBack::new),
                any(situation, powers, Act.Close::new),
                any(
                        situation,
                        powers,
                        power -> new Act.DecideInEmergency(
                                power, situation.offices().today())),
                any(situation, powers, Act.TakeBack::new),
                mine && state instanceof State.Returned,
                mine && (state instanceof State.Returned || state instanceof State.Waiting),
                state instanceof State.Waiting,
                free,
                state.inForce(),
                votes.stream()
                        .filter(vote ->
                                vote.unreviewed() && vote.power().principal().equals(me))
                        .map(Vote::id)
                        .collect(Collectors.toUnmodifiableSet()),
                why(situation, powers, mine));
    }

    private static boolean any(Situation situation, List<Power> powers, Function<Power, Act> act) {
        return powers.stream()
                .map(act)
                .map(each -> Machine.of(situation, each))
                .anyMatch(verdict -> !(verdict instanceof Verdict.Denied));
    }

    /// Why the caller may not decide what is open, where that is worth saying.
    private static Optional<Reason> why(Situation situation, List<Power> powers, boolean mine) {
        if (!situation.state().open()) {
            return Optional.empty();
        }
        if (mine) {
            return Optional.of(Reason.OWN_REQUEST);
        }
        return powers.stream()
                .map(power -> Machine.of(situation, new Act.Vote(power, Choice.APPROVE)))
                .flatMap(verdict -> verdict instanceof Verdict.Denied(var reason) ? Stream.of(reason) : Stream.empty())
                .findFirst();
    }

    private static Set<UUID> people(
            Request request,
            Situation situation,
            List<Vote> votes,
            List<Condition> conditions,
            List<OutsideDecision> outsides) {
        var ids = new HashSet<UUID>(situation.offices().held().keySet());
        ids.add(request.asking().by());
        ids.add(request.asking().enteredBy());
        situation.offices().delegations().forEach(each -> {
            ids.add(each.principal());
            ids.add(each.deputy());
        });
        votes.forEach(vote -> {
            ids.add(vote.power().actor());
            ids.add(vote.power().principal());
        });
        for (Condition condition : conditions) {
            ids.add(condition.setBy());
            var met = condition.met();
            if (met != null) {
                ids.add(met.by());
            }
        }
        for (OutsideDecision outside : outsides) {
            ids.add(outside.by());
            var check = outside.check();
            if (check != null) {
                ids.add(check.by());
            }
        }
        return ids;
    }
}
