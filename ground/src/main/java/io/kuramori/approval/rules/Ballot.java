package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.util.ArrayList;
import java.util.List;

/// The votes of one round. Each seat votes once, and each person once whatever he sits on or whomever he stands for.
public record Ballot(List<Cast> casts) {

    public static final Ballot EMPTY = new Ballot(List.of());

    public Ballot {
        casts = List.copyOf(casts);
    }

    public record Cast(Power power, Choice choice) {}

    public boolean allows(Power power) {
        return casts.stream()
                .noneMatch(cast -> cast.power().post().equals(power.post())
                        || cast.power().actor().equals(power.actor())
                        || cast.power().principal().equals(power.principal()));
    }

    public Ballot with(Power power, Choice choice) {
        var more = new ArrayList<>(casts);
        more.add(new Cast(power, choice));
        return new Ballot(more);
    }

    long count(Choice choice) {
        return casts.stream().filter(cast -> cast.choice() == choice).count();
    }

    boolean chose(PostId post, Choice choice) {
        return casts.stream().anyMatch(cast -> cast.power().post().equals(post) && cast.choice() == choice);
    }
}
