package io.kuramori.notice.mail;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.identity.Caller;
import io.kuramori.notice.inbox.Preference;
import io.kuramori.work.JobKind;
import io.kuramori.work.RetryPolicy;
import io.kuramori.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Mails that are to go out. A mail says only how many things wait, so one that is due stands for everything that comes
/// before it leaves: each account has at most one waiting mail.
@Component
public class Outbox {

    /// A mail that its server did not take is tried for about a day.
    static final JobKind<Params> MAIL =
            new JobKind<>("notice.job.mail", Params.class, new RetryPolicy(20, Duration.ofMinutes(1)));

    /// Several notices within this time are one mail.
    private static final Duration GATHER = Duration.ofMinutes(1);

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final MailRepository mails;
    private final NoticeProperties properties;
    private final Work work;
    private final Clock clock;

    Outbox(MailRepository mails, NoticeProperties properties, Work work, Clock clock) {
        this.mails = mails;
        this.properties = properties;
        this.work = work;
        this.clock = clock;
    }

    record Params(UUID mail) {}

    /// Has a mail written to the account, when it wants one. Inside the transaction that is open.
    public void owe(UUID account, ZoneId zone, Preference preference) {
        if (!properties.mails()) {
            return;
        }
        Instant now = clock.instant();
        Due.of(now, zone, preference)
                .map(due -> preference.digest() == Preference.Digest.EACH ? due.plus(GATHER) : due)
                .ifPresent(due -> mails.insert(ids.generate(), account, now, due));
    }

    /// Hands mails that are due to background work. Inside a transaction of `kuramori`.
    int handOver(Caller kuramori) {
        var due = mails.claim(clock.instant());
        due.forEach(mail -> work.start(kuramori, MAIL, new Params(mail)));
        return due.size();
    }
}
