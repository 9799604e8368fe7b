package io.kuramori.action.tracker;

import io.kuramori.action.Plan;
import io.kuramori.action.Source;
import io.kuramori.action.Status;
import io.kuramori.action.tracker.Action.Done;
import io.kuramori.action.tracker.Action.Verified;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActionRepository {

    private final JdbcClient jdbc;

    ActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next code of an institution's series: `ACT-0001`.
    String nextCode(InstitutionId institution) {
        int number = jdbc.sql("""
                        /* language=sql */
                        insert into action.code_series as series (institution_id, last) values (:institution, 1)
                        on conflict (institution_id) do update set last = series.last + 1
                        returning last
                        """)
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
        return "ACT-%04d".formatted(number);
    }

    Optional<Action> find(UUID id) {
        return jdbc.sql("select * from action.action where id = :id")
                .param("id", id)
                .query(ActionRepository::read)
                .optional();
    }

    void insert(Action action) {
        var source = action.plan().source();
        jdbc.sql("""
                        insert into action.action (id, institution_id, version, code, title, details, source_kind,
                            source_id, source_href, owner_post_id, due, original_due, extensions, reopened, status,
                            opened_by, opened_at)
                        values (:id, :institution, 1, :code, :title, :details, :kind, :source, :href, :owner, :due, :due,
                            0, 0, 'open', :by, :at)""")
                .param("id", action.id())
                .param("institution", action.plan().institution().value())
                .param("code", action.code())
                .param("title", action.plan().title())
                .param("details", action.plan().details())
                .param("kind", source == null ? null : source.kind())
                .param("source", source == null ? null : source.id())
                .param("href", source == null ? null : source.href())
                .param("owner", action.plan().owner().value())
                .param("due", action.plan().due())
                .param("by", action.openedBy())
                .param("at", stored(action.openedAt()))
                .update();
    }

    /// @throws StaleRecord when it is no longer the version that was read
    void update(Action action) {
        int rows = jdbc.sql("""
                        update action.action
                        set version = version + 1, due = :due, extensions = :extensions, reopened = :reopened,
                            status = :status, done_by = :doneBy, done_at = :doneAt, evidence = :evidence,
                            reference = :reference, verified_by = :verifiedBy, verified_at = :verifiedAt
                        where id = :id and version = :version""").params(changed(action)).update();
        if (rows != 1) {
            throw new StaleRecord("action.action", action.id());
        }
    }

    private static Map<String, @Nullable Object> changed(Action action) {
        var values = new HashMap<String, @Nullable Object>();
        var done = action.done();
        var verified = action.verified();
        values.put("id", action.id());
        values.put("version", action.version());
        values.put("due", action.plan().due());
        values.put("extensions", action.extensions());
        values.put("reopened", action.reopened());
        values.put("status", action.status().name().toLowerCase(Locale.ROOT));
        values.put("doneBy", done == null ? null : done.by());
        values.put("doneAt", done == null ? null : stored(done.at()));
        values.put("evidence", done == null ? null : done.evidence());
        values.put("reference", done == null ? null : done.reference());
        values.put("verifiedBy", verified == null ? null : verified.by());
        values.put("verifiedAt", verified == null ? null : stored(verified.at()));
        return values;
    }

    private static Action read(ResultSet row, int number) throws SQLException {
        var doneBy = row.getObject("done_by", UUID.class);
        var verifiedBy = row.getObject("verified_by", UUID.class);
        return new Action(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("code"),
                plan(row),
                row.getObject("original_due", LocalDate.class),
                row.getInt("extensions"),
                row.getInt("reopened"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                doneBy == null
                        ? null
                        : new Done(
                                doneBy,
                                instant(row, "done_at"),
                                Objects.requireNonNull(row.getString("evidence")),
                                row.getString("reference")),
                verifiedBy == null ? null : new Verified(verifiedBy, instant(row, "verified_at")),
                row.getObject("opened_by", UUID.class),
                instant(row, "opened_at"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var source = row.getObject("source_id", UUID.class);
        return new Plan(
                new InstitutionId(row.getObject("institution_id", UUID.class)),
                row.getString("title"),
                row.getString("details"),
                source == null ? null : new Source(row.getString("source_kind"), source, row.getString("source_href")),
                new PostId(row.getObject("owner_post_id", UUID.class)),
                row.getObject("due", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
