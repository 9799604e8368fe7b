package io.kuramori.approval.web;

import io.kuramori.approval.requests.Deputy;
import io.kuramori.organization.Accounts.Known;
import io.kuramori.organization.Holder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Deputies: those the reader named, and those for whom the reader stands in.
///
/// @param posts that the reader holds today
/// @param known accounts that may be named
/// @param bodies names of posts
/// @param me the reader's account
public record DeputyPage(
        List<Deputy> deputies,
        List<Holder> posts,
        List<Known> known,
        Map<UUID, String> bodies,
        Map<UUID, String> people,
        UUID me,
        LocalDate today,
        Filled filled) {

    public DeputyPage {
        deputies = List.copyOf(deputies);
        posts = List.copyOf(posts);
        known = List.copyOf(known);
        bodies = Map.copyOf(bodies);
        people = Map.copyOf(people);
    }

    public String post(UUID id) {
        return bodies.getOrDefault(id, "");
    }

    public String person(UUID account) {
        return people.getOrDefault(account, account.toString());
    }

    public boolean given(Deputy deputy) {
        return deputy.delegation().principal().equals(me);
    }

    /// Whether its giver may still end it.
    public boolean endable(Deputy deputy) {
        return given(deputy) && deputy.delegation().until().isAfter(today);
    }
}
