package io.kuramori.approval.requests;

import io.kuramori.approval.Proof;
import io.kuramori.approval.Register;
import io.kuramori.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

/// The register, read by keyset in each of its orders. Bounded by row-level security; a group decides thousands of
/// requests, not millions, so words are looked for by a plain scan.
@Repository
class StoredRegister implements Register {

    private static final int LAPSING_DAYS = 30;

    private static final String LINES = """
            select r.id, r.code, r.title, i.name as institution, r.matter, r.condition, r.status, r.proof, r.article,
                   coalesce(a.name, '') as requester, r.first_submitted_at, i.zone, r.effective_from, r.until,
                   r.original_from, r.renewals, r.confirm_by,
                   (select count(*) from approval.condition c where c.request_id = r.id and c.met_on is null) as unmet
            from approval.request r
            join organization.face_institution i on i.id = r.institution_id
            left join identity.face_account a on a.id = r.requested_by
            """;

    private final JdbcClient jdbc;
    private final Inbox inbox;

    StoredRegister(JdbcClient jdbc, Inbox inbox) {
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    @Override
    public int waiting(Caller caller) {
        return inbox.waiting(caller);
    }

    @Override
    public List<Line> page(Filter filter, Sort sort, boolean descending, @Nullable String after, int size) {
        var values = values(filter);
        var place = Place.of(after);
        values.put("key", place.key());
        values.put("place", place.id());
        values.put("size", size);
        var sql = LINES + where(filter) + (after == null ? "" : after(sort, descending)) + order(sort, descending)
                + " limit :size";
        return jdbc.sql(sql)
                .params(values)
                .query((row, number) -> line(row, filter.today(), sort))
                .list();
    }

    @Override
    public Stream<Line> all(Filter filter, Sort sort, boolean descending) {
        return jdbc
                .sql(LINES + where(filter) + order(sort, descending))
                .params(values(filter))
                .query((row, number) -> line(row, filter.today(), sort))
                .stream();
    }

    @Override
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from approval.request r" + where(filter))
                .params(values(filter))
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter) {
        return " where true"
                + (filter.words().isBlank()
                        ? ""
                        : " and (position(:words in lower(r.code || ' ' || r.title || ' ' || r.asked)) > 0)")
                + (filter.institution() == null ? "" : " and r.institution_id = :institution")
                + (filter.matter() == null ? "" : " and r.matter = :matter")
                + status(filter.status());
    }

    private static String status(@Nullable Status status) {
        return switch (status) {
            case null -> "";
            case ALIVE -> " and r.status in ('approved', 'provisional') and r.until >= :today";
            case LAPSING -> " and r.status in ('approved', 'provisional') and r.until between :today and :soon";
            case OPEN -> " and r.status in ('waiting', 'returned', 'provisional')";
            case LAPSED -> " and r.status in ('approved', 'provisional') and r.until < :today";
            case UNCONFIRMED -> " and r.status = 'provisional' and r.confirm_by < :today";
            case UNMET ->
                " and r.status in ('approved', 'provisional') and exists"
                        + " (select from approval.condition c where c.request_id = r.id and c.met_on is null)";
            case OUTSIDE -> " and r.proof = 'outside'";
        };
    }

    private static Map<String, @Nullable Object> values(Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("words", filter.words().strip().toLowerCase(Locale.ROOT));
        values.put(
                "institution",
                filter.institution() == null ? null : filter.institution().value());
        values.put("matter", filter.matter());
        values.put("today", filter.today());
        values.put("soon", filter.today().plusDays(LAPSING_DAYS));
        return values;
    }

    /// The order's key as text: codes and days sort alike as text and as themselves.
    private static String key(Sort sort) {
        return switch (sort) {
            case CODE -> "r.code";
            case UNTIL -> "r.until::text";
            case SUBMITTED -> "to_char(r.first_submitted_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
        };
    }

    private static String after(Sort sort, boolean descending) {
        return " and (" + key(sort) + ", r.id) " + (descending ? "<" : ">") + " (:key, :place)";
    }

    private static String order(Sort sort, boolean descending) {
        var direction = descending ? " desc" : "";
        return " order by " + key(sort) + direction + ", r.id" + direction;
    }

    private static Line line(ResultSet row, LocalDate today, Sort sort) throws SQLException {
        var id = Columns.id(row, "id");
        var status = row.getString("status");
        var until = Columns.day(row, "until");
        boolean ended = (status.equals("approved") || status.equals("provisional")) && until.isBefore(today);
        var submitted = Columns.instant(row, "first_submitted_at");
        var proof = row.getString("proof");
        var key = switch (sort) {
            case CODE -> row.getString("code");
            case UNTIL -> until.toString();
            case SUBMITTED ->
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
                        .format(submitted.atZone(ZoneOffset.UTC));
        };
        return new Line(
                id,
                row.getString("code"),
                row.getString("title"),
                row.getString("institution"),
                row.getString("matter"),
                row.getString("condition"),
                ended ? "lapsed" : status,
                proof == null ? null : Proof.valueOf(proof.toUpperCase(Locale.ROOT)),
                row.getString("article"),
                row.getString("requester"),
                LocalDate.ofInstant(submitted, ZoneId.of(row.getString("zone"))),
                Columns.dayOrNull(row, "effective_from"),
                until,
                Columns.dayOrNull(row, "original_from"),
                row.getInt("renewals"),
                row.getInt("unmet"),
                Columns.dayOrNull(row, "confirm_by"),
                new Place(key, id).token());
    }

    /// Where a page goes on.
    private record Place(String key, UUID id) {

        private static final UUID FIRST = new UUID(0, 0);

        String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        /// @throws IllegalArgumentException for what is no token of ours
        static Place of(@Nullable String token) {
            if (token == null) {
                return new Place("", FIRST);
            }
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(' ');
            if (end < 0) {
                throw new IllegalArgumentException("not a place in the register");
            }
            return new Place(text.substring(0, end), UUID.fromString(text.substring(end + 1)));
        }
    }
}
