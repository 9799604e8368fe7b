package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Who holds which post on one day, and who stands in for whom.
///
/// @param held account → posts held on `today`
/// @param delegations also ended ones: whoever had one from the requester while the request ran stays barred
public record Offices(LocalDate today, Map<UUID, Set<PostId>> held, List<Delegation> delegations) {

    public Offices {
        var copy = new HashMap<UUID, Set<PostId>>();
        held.forEach((account, posts) -> copy.put(account, Set.copyOf(posts)));
        held = Map.copyOf(copy);
        delegations = List.copyOf(delegations);
    }

    /// Whether the power is really the actor's today: the post is his, or its holder's whose deputy he is.
    public boolean grants(Power power) {
        boolean holds = held.getOrDefault(power.principal(), Set.of()).contains(power.post());
        return holds
                && (!power.byDeputy()
                        || delegations.stream()
                                .anyMatch(each -> each.principal().equals(power.principal())
                                        && each.deputy().equals(power.actor())
                                        && each.post().equals(power.post())
                                        && each.on(today)));
    }

    /// Every power over a post that the account could use today, its own first.
    public List<Power> powers(UUID account, PostId post) {
        var own = Stream.of(new Power(account, account, post));
        var lent = delegations.stream()
                .filter(each -> each.deputy().equals(account) && each.post().equals(post))
                .map(each -> new Power(account, each.principal(), post))
                .distinct();
        return Stream.concat(own, lent).filter(this::grants).toList();
    }
}
