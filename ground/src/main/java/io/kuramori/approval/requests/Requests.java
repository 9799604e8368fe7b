package io.kuramori.approval.requests;

import io.kuramori.approval.Approvable.Asked;
import io.kuramori.approval.Content;
import io.kuramori.approval.requests.Request.Asking;
import io.kuramori.approval.requests.Request.Standing;
import io.kuramori.approval.requests.Request.Subject;
import io.kuramori.approval.rules.Act;
import io.kuramori.approval.rules.Machine;
import io.kuramori.approval.rules.State;
import io.kuramori.approval.rules.Verdict;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What a requester does: asks, revises, withdraws, asks to prolong.
@Service
public class Requests {

    private final RequestRepository requests;
    private final DeputyRepository deputies;
    private final Situations situations;
    private final Rooms rooms;
    private final Telling telling;
    private final Changes changes;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            DeputyRepository deputies,
            Situations situations,
            Rooms rooms,
            Telling telling,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.deputies = deputies;
        this.situations = situations;
        this.rooms = rooms;
        this.telling = telling;
        this.changes = changes;
        this.clock = clock;
    }

    public Optional<Request> find(Caller caller, UUID id) {
        return changes.read(caller, () -> requests.find(id));
    }

    /// Asks about a free matter: nothing but the words.
    ///
    /// @param behalf for whom, when the caller enters it as a deputy; null for oneself
    /// @param renews the request whose approval shall be prolonged; null for a new matter
    public UUID submit(
            Caller caller, InstitutionId institution, Content content, @Nullable UUID behalf, @Nullable UUID renews) {
        return changes.write(caller, "approval.act.submit", () -> {
            var asks = behalf == null ? caller.actor().id() : behalf;
            if (behalf != null && !behalf.equals(caller.actor().id())) {
                requireDelegation(caller, institution, behalf);
            }
            return store(caller, institution, content, asks, null, Map.of(), renews);
        });
    }

    /// Asks about a record of a room, inside the transaction that is open.
    UUID submit(Caller caller, String kind, UUID record, Content content) {
        var asked = rooms.asked(kind, record).orElseThrow();
        var subject = new Subject(kind, record, asked.version(), asked.href());
        return changes.write(
                caller,
                "approval.act.submit",
                () -> store(caller, asked.institution(), content, caller.actor().id(), subject, asked.facts(), null));
    }

    /// 差戻し answered: the words are revised, the original clock goes on.
    public void resubmit(Caller caller, UUID id, int version, Content content) {
        changes.write(caller, "approval.act.resubmit", () -> {
            var before = requests.hold(id).orElseThrow();
            if (before.version() != version) {
                throw new StaleRecord("approval.request", id);
            }
            allow(before, new Act.Resubmit(caller.actor().id()));
            validate(before.institution(), content);
            var asked = asked(before);
            var subject = subject(before, asked);
            var facts = asked.map(Asked::facts).map(Fingerprint::facts).orElse(before.facts());
            var again = new Request(
                    id,
                    before.institution(),
                    before.version(),
                    before.code(),
                    subject,
                    facts,
                    content,
                    Fingerprint.of(about(subject), facts, content),
                    before.asking().again(clock.instant()),
                    Standing.NEW,
                    before.agendaItem());
            requests.update(again);
            telling.moved(caller, again);
        });
    }

    public void withdraw(Caller caller, UUID id) {
        changes.write(caller, "approval.act.withdraw", () -> {
            var before = requests.hold(id).orElseThrow();
            move(caller, before, allow(before, new Act.Withdraw(caller.actor().id())));
        });
    }

    /// The record may have changed: void is what was asked about something else.
    void changed(Caller caller, String kind, UUID record) {
        changes.write(caller, "approval.act.void", () -> {
            for (Request request : requests.holdAbout(kind, record)) {
                var facts =
                        asked(request).map(Asked::facts).map(Fingerprint::facts).orElse("");
                boolean same = Fingerprint.of(about(request.subject()), facts, request.content())
                        .equals(request.hash());
                if (!same && !request.lapsed(situations.today(request.institution()))) {
                    move(caller, request, allow(request, new Act.SubjectChanged()));
                }
            }
        });
    }

    private void move(Caller caller, Request before, State to) {
        var standing = before.standing();
        var moved = before.with(
                new Standing(to, standing.emergency(), standing.comment(), standing.decided(), standing.force()));
        requests.update(moved);
        rooms.tell(moved);
        telling.moved(caller, moved);
    }

    private UUID store(
            Caller caller,
            InstitutionId institution,
            Content content,
            UUID asks,
            @Nullable Subject subject,
            Map<String, String> facts,
            @Nullable UUID renews) {
        validate(institution, content);
        var now = clock.instant();
        var canonical = Fingerprint.facts(facts);
        int renewals = renews == null ? 0 : renewable(renews).asking().renewals() + 1;
        var request = new Request(
                changes.newId(),
                institution,
                0,
                requests.nextCode(institution),
                subject,
                canonical,
                content,
                Fingerprint.of(about(subject), canonical, content),
                new Asking(asks, caller.actor().id(), now, now, 1, renews, renewals),
                Standing.NEW,
                null);
        requests.insert(request);
        telling.waits(caller, request);
        return request.id();
    }

    /// Only what was granted can be prolonged.
    private Request renewable(UUID id) {
        return requests.find(id)
                .filter(request -> request.standing().state().inForce())
                .orElseThrow(() -> new Invalid("", "approval.error.not-renewable"));
    }

    private void validate(InstitutionId institution, Content content) {
        LocalDate today = situations.today(institution);
        if (content.until().isBefore(today)) {
            throw new Invalid("until", "approval.error.until-past");
        }
        if (situations.rule(institution, content, today).isEmpty()) {
            throw new Invalid("matter", "approval.error.nobody");
        }
    }

    private void requireDelegation(Caller caller, InstitutionId institution, UUID behalf) {
        var today = situations.today(institution);
        boolean acts = deputies.touching(List.of(behalf)).stream()
                .anyMatch(each -> each.principal().equals(behalf)
                        && each.deputy().equals(caller.actor().id())
                        && each.on(today));
        if (!acts) {
            throw new Invalid("behalf", "approval.error.no-delegation");
        }
    }

    private Optional<Asked> asked(Request request) {
        var subject = request.subject();
        return subject == null ? Optional.empty() : rooms.asked(subject.kind(), subject.id());
    }

    private static @Nullable Subject subject(Request before, Optional<Asked> asked) {
        var subject = before.subject();
        return subject == null || asked.isEmpty()
                ? subject
                : new Subject(
                        subject.kind(),
                        subject.id(),
                        asked.get().version(),
                        asked.get().href());
    }

    static String about(@Nullable Subject subject) {
        return subject == null ? "" : subject.kind() + ":" + subject.id();
    }

    /// @throws Invalid when the rules deny it
    private State allow(Request request, Act act) {
        return switch (Machine.of(situations.of(request), act)) {
            case Verdict.Moves(var to) -> to;
            case Verdict.Stays() -> request.standing().state();
            case Verdict.Denied(var reason) -> throw new Invalid("", "approval.denied." + reason);
        };
    }
}
