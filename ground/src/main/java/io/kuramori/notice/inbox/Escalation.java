package io.kuramori.notice.inbox;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.notice.mail.NoticeProperties;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Organization;
import io.kuramori.work.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Each hour: what has waited for the holder of a post for so many business days is told to whoever holds the post
/// above,
/// once for each step upwards.
@Component
class Escalation implements Recurring {

    private final MessageRepository messages;
    private final Superiors superiors;
    private final Accounts accounts;
    private final Organization organization;
    private final Notices notices;
    private final NoticeProperties properties;
    private final InstitutionTree tree;
    private final Transactions transactions;
    private final Clock clock;

    Escalation(
            MessageRepository messages,
            Superiors superiors,
            Accounts accounts,
            Organization organization,
            Notices notices,
            NoticeProperties properties,
            InstitutionTree tree,
            Transactions transactions,
            Clock clock) {
        this.messages = messages;
        this.superiors = superiors;
        this.accounts = accounts;
        this.organization = organization;
        this.notices = notices;
        this.properties = properties;
        this.tree = tree;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice.escalation";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Set<InstitutionId> all = tree.all();
        var kuramori = new Caller(Actor.KURAMORI, "蔵守", all);
        for (InstitutionId institution : all) {
            transactions.write(kuramori, "notice.act.escalate", () -> {
                escalate(kuramori, institution);
                return true;
            });
        }
    }

    private void escalate(Caller kuramori, InstitutionId institution) {
        var calendar = organization.calendar(institution);
        // Whatever came before the beginning of that business day has waited long enough.
        var day = calendar.plusBusinessDays(calendar.today(clock), -properties.escalateAfter());
        var before = day.atStartOfDay(calendar.zone()).toInstant();
        for (var late : messages.late(institution, before)) {
            messages.escalated(late.key(), clock.instant());
            superiors.of(late.post()).ifPresent(above -> {
                var subject = late.arguments().isEmpty() ? "" : late.arguments().getLast();
                notices.tell(
                        kuramori,
                        new Notice(
                                late.key() + ":above",
                                institution,
                                "notice.escalated",
                                List.of(String.valueOf(properties.escalateAfter()), subject),
                                late.href(),
                                accounts.holding(above.id(), calendar.today(clock)),
                                true,
                                above.id()));
            });
        }
    }
}
