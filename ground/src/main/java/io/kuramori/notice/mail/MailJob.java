package io.kuramori.notice.mail;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.work.JobHandler;
import io.kuramori.work.JobKind;
import io.kuramori.work.JobResult;
import io.kuramori.work.Progress;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Sends one mail. Its process may die between sending and saying so; then it is sent again under the same Message-ID.
@Component
class MailJob implements JobHandler<Outbox.Params> {

    private final MailRepository mails;
    private final Mailer mailer;
    private final MailWords words;
    private final NoticeProperties properties;
    private final Transactions transactions;
    private final Clock clock;

    MailJob(
            MailRepository mails,
            Mailer mailer,
            MailWords words,
            NoticeProperties properties,
            Transactions transactions,
            Clock clock) {
        this.mails = mails;
        this.mailer = mailer;
        this.words = words;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public JobKind<Outbox.Params> kind() {
        return Outbox.MAIL;
    }

    @Override
    public JobResult run(Caller caller, Outbox.Params params, Progress progress) throws Exception {
        var found = transactions.read(caller, () -> mails.letter(params.mail()));
        if (found.isEmpty()) {
            return JobResult.of("notice.job.mail.nothing");
        }

        var letter = found.get();
        boolean needed = letter.open() > 0;
        if (needed) {
            var address =
                    properties.address() == null ? "" : properties.address().toString();
            mailer.send(
                    params.mail().toString(),
                    letter.email(),
                    words.of(letter.language(), "notice.mail.subject", letter.open()),
                    words.of(letter.language(), "notice.mail.text", letter.open(), address),
                    clock.instant());
        }
        transactions.write(caller, "notice.act.mail", () -> {
            mails.sent(params.mail(), clock.instant(), needed);
            return true;
        });
        return JobResult.of(needed ? "notice.job.mail.sent" : "notice.job.mail.nothing");
    }
}
