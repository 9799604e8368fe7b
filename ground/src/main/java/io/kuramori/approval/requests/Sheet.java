package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Verdict.Reason;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything about one request, as one person sees it.
///
/// @param rule the row of the authority table in force that decides; empty when it names nobody any more
/// @param body name of the post or committee that decides
/// @param edition title of the authority table
/// @param seats who may decide; one for a post that decides alone
/// @param votes of all rounds, in their order
/// @param renewed the request that this one prolongs
/// @param people names of accounts
/// @param posts names of posts and committees
/// @param confirmWithin business days within which an emergency decision of today must be confirmed
public record Sheet(
        Request request,
        String institution,
        LocalDate today,
        Optional<Rule> rule,
        Optional<String> body,
        Optional<String> edition,
        List<Seat> seats,
        List<Vote> votes,
        List<Condition> conditions,
        List<OutsideDecision> outsides,
        List<Request> renewals,
        Optional<Request> renewed,
        Map<UUID, String> people,
        Map<UUID, String> posts,
        May may,
        int confirmWithin,
        Trail trail) {

    public Sheet {
        seats = List.copyOf(seats);
        votes = List.copyOf(votes);
        conditions = List.copyOf(conditions);
        outsides = List.copyOf(outsides);
        renewals = List.copyOf(renewals);
        people = Map.copyOf(people);
        posts = Map.copyOf(posts);
    }

    /// @param name null for one of another institution of which nothing is seen
    /// @param holders accounts of those who hold the post today
    /// @param barred those of them who may not decide this request
    /// @param deputies accounts that stand in for a holder today
    public record Seat(
            PostId post,
            @Nullable String name,
            boolean chair,
            List<UUID> holders,
            Set<UUID> barred,
            List<UUID> deputies) {

        public Seat {
            holders = List.copyOf(holders);
            barred = Set.copyOf(barred);
            deputies = List.copyOf(deputies);
        }
    }

    /// What the reader may do.
    ///
    /// @param check an outside decision that somebody else entered, and say that a condition is met
    /// @param reviews votes of deputies that are the reader's to review
    /// @param why the reader may not decide what is open; empty when that is plain
    public record May(
            boolean decide,
            boolean abstain,
            boolean sendBack,
            boolean close,
            boolean emergency,
            boolean takeBack,
            boolean revise,
            boolean withdraw,
            boolean enterOutside,
            boolean check,
            boolean renew,
            Set<UUID> reviews,
            Optional<Reason> why) {}

    public String person(UUID account) {
        return people.getOrDefault(account, account.toString());
    }

    public String post(PostId post) {
        return posts.getOrDefault(post.value(), "");
    }

    /// Votes of the present round that count.
    public long counted(Vote.Said said) {
        return votes.stream()
                .filter(vote -> vote.round() == request.asking().round() && vote.said() == said)
                .count();
    }

    public List<Condition> unmet() {
        return conditions.stream().filter(condition -> condition.met() == null).toList();
    }

    /// The outside decision that waits for its check.
    public Optional<OutsideDecision> unchecked() {
        return outsides.stream().filter(outside -> outside.check() == null).findFirst();
    }
}
