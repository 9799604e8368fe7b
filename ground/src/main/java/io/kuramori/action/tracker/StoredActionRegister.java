package io.kuramori.action.tracker;

import io.kuramori.action.ActionRegister;
import io.kuramori.action.Status;
import io.kuramori.identity.Caller;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Organization;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Actions as a list, read by keyset in each of its orders.
@Repository
class StoredActionRegister implements ActionRegister {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String LINES = """
            select a.*, i.name as institution, coalesce(p.name, '') as owner
            from action.action a
            join organization.face_institution i on i.id = a.institution_id
            left join organization.face_post p on p.id = a.owner_post_id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organization organization;

    StoredActionRegister(JdbcClient jdbc, Accounts accounts, Organization organization) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organization = organization;
    }

    @Override
    public List<Line> page(
            Caller caller, Filter filter, boolean byCode, boolean descending, @Nullable String after, int size) {
        var values = values(caller, filter);
        var place = after == null ? List.of("", FIRST.toString()) : place(after);
        values.put("key", place.getFirst());
        values.put("place", UUID.fromString(place.getLast()));
        values.put("size", size);
        return jdbc.sql(LINES + where(filter) + (after == null ? "" : after(byCode, descending))
                        + order(byCode, descending) + " limit :size")
                .params(values)
                .query((row, number) -> line(row, byCode))
                .list();
    }

    @Override
    public Stream<Line> all(Caller caller, Filter filter, boolean byCode, boolean descending) {
        return jdbc
                .sql(LINES + where(filter) + order(byCode, descending))
                .params(values(caller, filter))
                .query((row, number) -> line(row, byCode))
                .stream();
    }

    @Override
    public long count(Caller caller, Filter filter) {
        return jdbc.sql("select count(*) from action.action a" + where(filter))
                .params(values(caller, filter))
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter) {
        return " where true"
                + (filter.words().isBlank()
                        ? ""
                        : " and position(:words in lower(a.code || ' ' || a.title || ' ' || a.details)) > 0")
                + (filter.institution() == null ? "" : " and a.institution_id = :institution")
                + (filter.mine() ? " and a.owner_post_id = any (:posts)" : "")
                + view(filter.view());
    }

    private static String view(@Nullable View view) {
        return switch (view) {
            case null -> "";
            case OPEN -> " and a.status in ('open', 'done')";
            case OVERDUE -> " and a.status = 'open' and a.due < :today";
            case TO_VERIFY -> " and a.status = 'done' and a.done_by <> :me";
            case EXTENDED -> " and a.extensions > 0";
            case VERIFIED -> " and a.status = 'verified'";
        };
    }

    private Map<String, @Nullable Object> values(Caller caller, Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("words", filter.words().strip().toLowerCase(Locale.ROOT));
        values.put(
                "institution",
                filter.institution() == null ? null : filter.institution().value());
        values.put("today", filter.today());
        values.put("me", caller.actor().id());
        values.put("posts", filter.mine() ? posts(caller, filter.today()) : new UUID[0]);
        return values;
    }

    private UUID[] posts(Caller caller, LocalDate day) {
        return accounts.peopleOf(caller.actor().id()).stream()
                .flatMap(person -> organization.postsHeldBy(person, day).stream())
                .map(holder -> holder.post().value())
                .toArray(UUID[]::new);
    }

    private static String key(boolean byCode) {
        return byCode ? "a.code" : "a.due::text";
    }

    private static String after(boolean byCode, boolean descending) {
        return " and (" + key(byCode) + ", a.id) " + (descending ? "<" : ">") + " (:key, :place)";
    }

    private static String order(boolean byCode, boolean descending) {
        var direction = descending ? " desc" : "";
        return " order by " + key(byCode) + direction + ", a.id" + direction;
    }

    private static Line line(ResultSet row, boolean byCode) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var due = row.getObject("due", LocalDate.class);
        var code = row.getString("code");
        var token = (byCode ? code : due.toString()) + " " + id;
        return new Line(
                id,
                code,
                row.getString("title"),
                row.getString("institution"),
                row.getString("owner"),
                due,
                row.getObject("original_due", LocalDate.class),
                row.getInt("extensions"),
                row.getInt("reopened"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("source_kind"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
    }

    /// @throws IllegalArgumentException for what is no token of ours
    private static List<String> place(String token) {
        var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a place in the list");
        }
        return List.of(parts);
    }
}
