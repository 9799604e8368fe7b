package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Body;
import io.kuramori.approval.rules.SeparationOfDuties;
import io.kuramori.approval.rules.Situation;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.Caller;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.organization.PostId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells people about a request, in the transaction of what happened to it. Keys begin with `approval:<id>:`, so that
/// whatever waited is settled at once when the request moves.
@Component
class Telling {

    private final Notices notices;
    private final Situations situations;

    Telling(Notices notices, Situations situations) {
        this.notices = notices;
        this.situations = situations;
    }

    /// The request waits for a decision, or for the confirmation of one.
    void waits(Caller caller, Request request) {
        boolean confirms = request.standing().state() instanceof State.Provisional;
        var words = confirms ? "approval.notice.confirm" : "approval.notice.waiting";
        deciders(situations.of(request))
                .forEach((account, post) ->
                        tell(caller, request, waiting(request, account), words, Set.of(account), true, post));
    }

    /// Somebody has voted, and the request still waits for others.
    void voted(Caller caller, Request request) {
        notices.settle(caller, waiting(request, caller.actor().id()));
    }

    /// The request is in another state.
    void moved(Caller caller, Request request) {
        notices.settle(caller, prefix(request));
        switch (request.standing().state()) {
            case State.Waiting _ -> waits(caller, request);
            case State.Provisional _ -> {
                outcome(caller, request, false);
                waits(caller, request);
            }
            case State.Returned _ -> outcome(caller, request, true);
            case State.Approved _, State.Refused _, State.Voided _, State.Revoked _ -> outcome(caller, request, false);
            case State.Withdrawn _ -> {}
        }
    }

    /// A deputy has decided: his principal is to look at it.
    void toReview(Caller caller, Request request, UUID vote, UUID principal) {
        tell(caller, request, review(request, vote), "approval.notice.review", Set.of(principal), true, null);
    }

    void reviewed(Caller caller, Request request, UUID vote) {
        notices.settle(caller, review(request, vote));
    }

    /// The approval ends in so many days.
    void lapses(Caller caller, Request request, int days) {
        var key = prefix(request) + "lapses:" + days;
        tell(caller, request, key, "approval.notice.lapses", parties(request), false, null);
    }

    /// An emergency decision that was not confirmed in time.
    void unconfirmed(Caller caller, Request request) {
        var key = prefix(request) + "unconfirmed";
        tell(caller, request, key, "approval.notice.unconfirmed", parties(request), false, null);
    }

    private void outcome(Caller caller, Request request, boolean acts) {
        var state = States.word(request.standing().state());
        var key = prefix(request) + request.asking().round() + ":" + state;
        tell(caller, request, key, "approval.notice." + state, parties(request), acts, null);
    }

    private void tell(
            Caller caller,
            Request request,
            String key,
            String words,
            Set<UUID> to,
            boolean acts,
            @Nullable PostId post) {
        notices.tell(
                caller,
                new Notice(
                        key,
                        request.institution(),
                        words,
                        List.of(
                                request.code(),
                                request.content().until().toString(),
                                request.content().title()),
                        "/approvals/" + request.id(),
                        to,
                        acts,
                        post));
    }

    /// Who may decide today, each with the post by which: holders and their deputies, without those who are barred.
    private static Map<UUID, PostId> deciders(Situation situation) {
        var body = situation.body();
        if (body == null) {
            return Map.of();
        }

        var deciders = new HashMap<UUID, PostId>();
        var offices = situation.offices();
        offices.held()
                .forEach((account, posts) ->
                        posts.stream().filter(body::has).forEach(post -> deciders.put(account, leader(body, post))));
        offices.delegations().stream()
                .filter(each -> each.on(offices.today()) && body.has(each.post()))
                .forEach(each -> deciders.putIfAbsent(each.deputy(), leader(body, each.post())));
        // An emergency decision is confirmed by somebody else.
        deciders.keySet().removeAll(situation.emergencyBy());
        deciders.keySet()
                .removeIf(account -> SeparationOfDuties.bar(account, situation.parties(), offices)
                        .isPresent());
        return deciders;
    }

    /// Whose silence is told upwards: of an assembly, its chair's.
    private static PostId leader(Body body, PostId post) {
        return body instanceof Body.Assembly assembly && assembly.chair() != null ? assembly.chair() : post;
    }

    private static Set<UUID> parties(Request request) {
        return request.asking().by().equals(request.asking().enteredBy())
                ? Set.of(request.asking().by())
                : Set.of(request.asking().by(), request.asking().enteredBy());
    }

    private static String prefix(Request request) {
        return "approval:" + request.id() + ":";
    }

    private static String waiting(Request request, UUID account) {
        return prefix(request) + request.asking().round() + ":"
                + States.word(request.standing().state()) + ":waits:" + account;
    }

    private static String review(Request request, UUID vote) {
        return prefix(request) + "review:" + vote;
    }
}
