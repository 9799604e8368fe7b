package io.kuramori.notice.inbox;

import io.kuramori.identity.InstitutionId;
import io.kuramori.notice.Notice;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Inboxes. Row-level security shows each their own.
@Repository
class MessageRepository {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the account was told so before.
    boolean insert(UUID id, UUID account, Notice notice, Instant at) {
        return jdbc.sql("""
                        /* language=sql */
                        insert into notice.message
                            (id, institution_id, account_id, key, words, arguments, href, acts, post_id, at)
                        values (:id, :institution, :account, :key, :words, :arguments, :href, :acts, :post, :at)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("institution", notice.institution().value())
                        .param("account", account)
                        .param("key", notice.key())
                        .param("words", notice.words())
                        .param("arguments", notice.arguments().toArray(String[]::new))
                        .param("href", notice.href())
                        .param("acts", notice.acts())
                        .param(
                                "post",
                                notice.post() == null ? null : notice.post().value())
                        .param("at", stored(at))
                        .update()
                == 1;
    }

    /// Open ones first, then the newest.
    List<Message> of(UUID account) {
        return jdbc.sql("""
                        select * from notice.message where account_id = :account
                        order by (settled_at is null and (acts or read_at is null)) desc, at desc, id limit :most""")
                .param("account", account)
                .param("most", MOST)
                .query(MessageRepository::read)
                .list();
    }

    int open(UUID account) {
        return jdbc.sql("""
                        select count(*) from notice.message
                        where account_id = :account and settled_at is null and (acts or read_at is null)""").param("account", account).query(Integer.class).single();
    }

    Optional<Message> find(UUID account, UUID id) {
        return jdbc.sql("select * from notice.message where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .query(MessageRepository::read)
                .optional();
    }

    void markRead(UUID account, @Nullable UUID id, Instant at) {
        jdbc.sql("""
                        update notice.message set read_at = :at
                        where account_id = :account and read_at is null and (cast(:id as uuid) is null or id = :id)""")
                .param("account", account)
                .param("id", id)
                .param("at", stored(at))
                .update();
    }

    void settle(String keyPrefix, Instant at) {
        jdbc.sql("select notice.settle(:prefix, :at)")
                .param("prefix", keyPrefix)
                .param("at", stored(at))
                .query(row -> {});
    }

    /// What waits since before an instant for whoever holds a post, and of which the post above was not told.
    List<Late> late(InstitutionId institution, Instant before) {
        return jdbc.sql("""
                        select distinct on (key) id, key, arguments, href, post_id from notice.message
                        where institution_id = :institution and acts and settled_at is null and post_id is not null
                          and escalated_at is null and at < :before
                        order by key, at limit :most""")
                .param("institution", institution.value())
                .param("before", stored(before))
                .param("most", MOST)
                .query((row, number) -> new Late(
                        row.getString("key"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getString("href"),
                        new PostId(row.getObject("post_id", UUID.class))))
                .list();
    }

    void escalated(String key, Instant at) {
        jdbc.sql("update notice.message set escalated_at = :at where key = :key")
                .param("key", key)
                .param("at", stored(at))
                .update();
    }

    record Late(String key, List<String> arguments, String href, PostId post) {}

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("words"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("href"),
                row.getBoolean("acts"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
