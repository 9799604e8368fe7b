package io.kuramori.notice.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The outbox. It holds no words: neither of a notice nor of a mail.
@Repository
class MailRepository {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mail that waits already stands for this one too; it goes out when the first of them is due.
    void insert(UUID id, UUID account, Instant now, Instant due) {
        jdbc.sql("""
                        /* language=sql */
                        insert into notice.mail as waiting (id, account_id, created_at, due_at, state)
                        values (:id, :account, :now, :due, 'waiting')
                        on conflict (account_id) where state = 'waiting'
                        do update set due_at = least(waiting.due_at, excluded.due_at)
                        """)
                .param("id", id)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes mails that are due; no other replica takes them.
    List<UUID> claim(Instant now) {
        return jdbc.sql("""
                        update notice.mail set state = 'started'
                        where id in (select id from notice.mail where state = 'waiting' and due_at <= :now
                                     order by due_at limit :most for update skip locked)
                        returning id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// What there is to send; empty when it was sent, or the account is gone.
    Optional<Letter> letter(UUID mail) {
        return jdbc.sql("select email, language, open from notice.letter(:mail)")
                .param("mail", mail)
                .query((row, number) ->
                        new Letter(row.getString("email"), row.getString("language"), row.getInt("open")))
                .optional();
    }

    void sent(UUID mail, Instant at, boolean needed) {
        jdbc.sql("update notice.mail set state = :state, sent_at = :at where id = :id and state = 'started'")
                .param("id", mail)
                .param("state", needed ? "sent" : "needless")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @param open how many notices wait for the account now
    record Letter(String email, String language, int open) {}
}
