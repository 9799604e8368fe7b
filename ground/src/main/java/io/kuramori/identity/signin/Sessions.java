package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.StepUp;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sessions and their limits: twelve hours in all, thirty minutes unseen; half-way (password only) ten minutes. Every
/// step up in strength is a new session with a new token; the old one ends.
@Component
class Sessions {

    static final Duration ABSOLUTE = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration HALF_WAY = Duration.ofMinutes(10);

    /// Being seen is written at most this often.
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final int AGENT_LENGTH = 200;

    private final SessionRepository repository;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Sessions(SessionRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// Opens a session and returns its token, which is kept nowhere else than in the browser.
    String open(UUID account, Strength strength, Origin origin) {
        return open(account, strength, null, origin);
    }

    /// The same for somebody who comes from a directory.
    String open(UUID account, Strength strength, @Nullable String provider, Origin origin) {
        return open(account, strength, provider, clock.instant(), null, origin);
    }

    private String open(
            UUID account,
            Strength strength,
            @Nullable String provider,
            Instant signedIn,
            @Nullable Instant steppedUp,
            Origin origin) {
        var token = Secrets.token();
        Instant now = clock.instant();
        var agent = origin.agent()
                .substring(0, Math.min(AGENT_LENGTH, origin.agent().length()));
        var session = new Session(
                ids.generate(), account, strength, signedIn, now, steppedUp, origin.address(), agent, provider, null);
        repository.insert(session, Secrets.sha256(token));

        return token;
    }

    /// The live session with this id, for whoever was led away from it and comes back without its cookie.
    Optional<Session> find(UUID id) {
        Instant now = clock.instant();

        return repository.find(id, now.minus(ABSOLUTE), now.minus(IDLE));
    }

    /// The live session with this token, now seen.
    Optional<Session> find(String token) {
        Instant now = clock.instant();
        var found = repository
                .find(Secrets.sha256(token), now.minus(ABSOLUTE), now.minus(IDLE))
                .filter(session -> session.strength() != Strength.PASSWORD
                        || session.createdAt().isAfter(now.minus(HALF_WAY)));
        found.filter(session -> session.lastSeenAt().isBefore(now.minus(TOUCH)))
                .ifPresent(session -> repository.touch(session.id(), now));

        return found;
    }

    List<Session> of(UUID account) {
        Instant now = clock.instant();

        return repository.of(account, now.minus(ABSOLUTE), now.minus(IDLE));
    }

    /// Ends the old session and opens one of the full strength.
    String rotate(Session old, Origin origin) {
        repository.end(old.id(), old.accountId(), "ROTATED", clock.instant());

        return open(old.accountId(), Strength.MULTI_FACTOR, old.provider(), origin);
    }

    /// The person proved themselves again: the same session under a new token. Its twelve hours go on.
    String stepUp(Session old, Origin origin) {
        Instant now = clock.instant();
        repository.end(old.id(), old.accountId(), "ROTATED", now);

        return open(old.accountId(), old.strength(), old.provider(), old.createdAt(), now, origin);
    }

    /// What proves the person changed: the same session under a new token, and no other.
    String renew(Session old, String reason, Origin origin) {
        Instant now = clock.instant();
        repository.endOthers(old.accountId(), old.id(), reason, now);
        repository.end(old.id(), old.accountId(), "ROTATED", now);

        return open(old.accountId(), old.strength(), old.provider(), old.createdAt(), old.steppedUpAt(), origin);
    }

    /// The person may prove themselves in one more way: the same session under a new token; the others stay.
    String renewOnly(Session old, Origin origin) {
        repository.end(old.id(), old.accountId(), "ROTATED", clock.instant());

        return open(old.accountId(), old.strength(), old.provider(), old.createdAt(), old.steppedUpAt(), origin);
    }

    int endOthers(Session kept) {
        return repository.endOthers(kept.accountId(), kept.id(), "ENDED_BY_OWNER", clock.instant());
    }

    /// How strongly whoever acts in the session has proved who they are, at this moment.
    Strength strength(Session session) {
        Instant steppedUp = session.steppedUpAt();

        return steppedUp != null && clock.instant().isBefore(steppedUp.plus(StepUp.FRESH))
                ? Strength.STEP_UP
                : session.strength();
    }

    void signOut(Session session) {
        repository.end(session.id(), session.accountId(), "SIGNED_OUT", clock.instant());
    }

    boolean endOwn(UUID id, UUID account) {
        return repository.end(id, account, "ENDED_BY_OWNER", clock.instant());
    }

    void setPendingTotp(Session session, byte[] sealed) {
        repository.setPendingTotp(session.id(), sealed);
    }
}
