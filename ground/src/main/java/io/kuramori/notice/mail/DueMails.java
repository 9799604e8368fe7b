package io.kuramori.notice.mail;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.work.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Each minute: mails that are due become background work.
@Component
@EnableConfigurationProperties(NoticeProperties.class)
class DueMails implements Recurring {

    private final Outbox outbox;
    private final InstitutionTree tree;
    private final Transactions transactions;

    DueMails(Outbox outbox, InstitutionTree tree, Transactions transactions) {
        this.outbox = outbox;
        this.tree = tree;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notice.mails";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var kuramori = new Caller(Actor.KURAMORI, "蔵守", tree.all());
        transactions.write(kuramori, "notice.act.mail", () -> outbox.handOver(kuramori));
    }
}
