package io.kuramori.approval.requests;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.work.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Tells the requester that his approval ends soon, as long before as his institution wants and seven days before, and
/// that an emergency decision was
/// not
/// confirmed. Only tells: that an approval has ended follows from its date.
@Component
class EndingApprovals implements Recurring {

    private static final int VERY_SOON = 7;

    private final RequestRepository requests;
    private final Situations situations;
    private final Limits limits;
    private final Telling telling;
    private final InstitutionTree tree;
    private final Transactions transactions;
    private final Clock clock;

    EndingApprovals(
            RequestRepository requests,
            Situations situations,
            Limits limits,
            Telling telling,
            InstitutionTree tree,
            Transactions transactions,
            Clock clock) {
        this.requests = requests;
        this.situations = situations;
        this.limits = limits;
        this.telling = telling;
        this.tree = tree;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "approval.endings";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(4);
    }

    @Override
    public void run() {
        var kuramori = new Caller(Actor.KURAMORI, "蔵守", tree.all());
        transactions.write(kuramori, "approval.act.tell", () -> {
            // A day early and late: which date it is depends on the institution.
            var day = LocalDate.now(clock);
            for (Request request : requests.ending(day.minusDays(1), day.plusDays(limits.longestNotice() + 1))) {
                var today = situations.today(request.institution());
                tell(kuramori, request, today);
            }
            return true;
        });
    }

    private void tell(Caller kuramori, Request request, LocalDate today) {
        var until = request.content().until();
        int soon = limits.noticeOfEnding(request.institution(), today);
        if (!request.lapsed(today) && !until.isAfter(today.plusDays(VERY_SOON))) {
            telling.lapses(kuramori, request, VERY_SOON);
        } else if (!request.lapsed(today) && !until.isAfter(today.plusDays(soon))) {
            telling.lapses(kuramori, request, soon);
        }
        if (request.unconfirmed(today)) {
            telling.unconfirmed(kuramori, request);
        }
    }
}
