package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Act;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.Machine;
import io.kuramori.approval.rules.SeparationOfDuties;
import io.kuramori.approval.rules.Situation;
import io.kuramori.approval.rules.Verdict;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Organization;
import io.kuramori.organization.PostId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What waits for somebody.
@Service
public class Inbox {

    /// Own requests that were decided stay in the inbox for so long.
    private static final int RECENT_DAYS = 30;

    private final RequestRepository requests;
    private final VoteRepository votes;
    private final ConditionRepository conditions;
    private final OutsideRepository outsides;
    private final DeputyRepository deputies;
    private final Situations situations;
    private final Accounts accounts;
    private final Organization organization;
    private final NameRepository names;
    private final Changes changes;
    private final Clock clock;

    Inbox(
            RequestRepository requests,
            VoteRepository votes,
            ConditionRepository conditions,
            OutsideRepository outsides,
            DeputyRepository deputies,
            Situations situations,
            Accounts accounts,
            Organization organization,
            NameRepository names,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.votes = votes;
        this.conditions = conditions;
        this.outsides = outsides;
        this.deputies = deputies;
        this.situations = situations;
        this.accounts = accounts;
        this.organization = organization;
        this.names = names;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param toDecide requests on which the caller may say yes or no now
    /// @param toReview what deputies decided for the caller (後閲待ち), with the request
    /// @param toCheck outside decisions that the caller may check
    /// @param unmet conditions of approvals in force
    /// @param people names of accounts
    public record Content(
            List<Line> toDecide,
            List<Reviewing> toReview,
            List<Checking> toCheck,
            List<Line> own,
            List<Unmet> unmet,
            Map<UUID, String> people) {

        public String person(UUID account) {
            return people.getOrDefault(account, account.toString());
        }

        public int waiting() {
            return toDecide.size() + toReview.size() + toCheck.size();
        }
    }

    /// @param today the institution's date
    public record Line(Request request, LocalDate today) {}

    public record Reviewing(Vote vote, Request request) {}

    public record Checking(OutsideDecision outside, Request request) {}

    public record Unmet(Condition condition, Request request, LocalDate today) {}

    public Content of(Caller caller) {
        return changes.read(caller, () -> {
            var me = caller.actor().id();
            var toDecide = toDecide(me);
            var toReview = votes.unreviewed(me).stream()
                    .flatMap(vote -> requests.find(vote.request()).stream().map(each -> new Reviewing(vote, each)))
                    .toList();
            var toCheck = toCheck(me);
            var own = requests.of(me, LocalDate.now(clock).minusDays(RECENT_DAYS)).stream()
                    .map(this::line)
                    .toList();
            var unmet = conditions.open().stream()
                    .flatMap(condition -> requests.find(condition.request()).stream()
                            .map(each -> new Unmet(condition, each, situations.today(each.institution()))))
                    .toList();
            return new Content(toDecide, toReview, toCheck, own, unmet, people(toDecide, toReview, toCheck));
        });
    }

    /// How many things wait for the caller.
    public int waiting(Caller caller) {
        return changes.read(caller, () -> {
            var me = caller.actor().id();
            return toDecide(me).size()
                    + votes.unreviewed(me).size()
                    + toCheck(me).size();
        });
    }

    private List<Line> toDecide(UUID me) {
        var mine = posts(me);
        var lines = new ArrayList<Line>();
        Map<InstitutionId, LocalDate> days = new HashMap<>();
        for (Request request : mine.isEmpty() ? List.<Request>of() : requests.open()) {
            var today = days.computeIfAbsent(request.institution(), situations::today);
            boolean named = situations
                    .rule(request.institution(), request.content(), today)
                    .flatMap(rule -> situations.body(rule.decider(), today))
                    .filter(body -> mine.stream().anyMatch(body::has))
                    .isPresent();
            if (named && allowed(situations.of(request), me)) {
                lines.add(new Line(request, today));
            }
        }
        return lines;
    }

    /// Posts over which somebody might have a power: those that he holds, and those lent to him.
    private Set<PostId> posts(UUID me) {
        var posts = new HashSet<PostId>();
        var today = LocalDate.now(clock);
        for (var person : accounts.peopleOf(me)) {
            // A day early and late: which date it is depends on the institution.
            for (var day : List.of(today.minusDays(1), today, today.plusDays(1))) {
                organization.postsHeldBy(person, day).forEach(holder -> posts.add(holder.post()));
            }
        }
        deputies.touching(List.of(me)).stream()
                .filter(each -> each.deputy().equals(me))
                .forEach(each -> posts.add(each.post()));
        return posts;
    }

    private static boolean allowed(Situation situation, UUID me) {
        return Decisions.powers(situation, me).stream()
                .map(power -> Machine.of(situation, new Act.Vote(power, Choice.APPROVE)))
                .anyMatch(verdict -> !(verdict instanceof Verdict.Denied));
    }

    private List<Checking> toCheck(UUID me) {
        var found = new ArrayList<Checking>();
        for (OutsideDecision outside : outsides.unchecked()) {
            requests.find(outside.request())
                    .filter(_ -> !outside.by().equals(me))
                    .filter(request -> {
                        var situation = situations.of(request);
                        return SeparationOfDuties.bar(me, situation.parties(), situation.offices())
                                .isEmpty();
                    })
                    .ifPresent(request -> found.add(new Checking(outside, request)));
        }
        return found;
    }

    private Line line(Request request) {
        return new Line(request, situations.today(request.institution()));
    }

    private Map<UUID, String> people(List<Line> toDecide, List<Reviewing> toReview, List<Checking> toCheck) {
        var ids = new HashSet<UUID>();
        toDecide.forEach(line -> ids.add(line.request().asking().by()));
        toReview.forEach(each -> ids.add(each.vote().power().actor()));
        toCheck.forEach(each -> ids.add(each.outside().by()));
        return names.accounts(ids);
    }
}
