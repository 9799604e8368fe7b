package io.kuramori.evidence.items;

import io.kuramori.database.SearchKey;
import io.kuramori.evidence.EvidenceRegister;
import io.kuramori.evidence.ItemKind;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Organization;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Evidence as a list, read by keyset in each of its orders.
@Repository
class StoredEvidenceRegister implements EvidenceRegister {

    private static final int MOST_WORDS = 10;

    private static final String LINES = """
            select i.*, n.name as institution, coalesce(p.name, '') as owner
            from evidence.item i
            join organization.face_institution n on n.id = i.institution_id
            left join organization.face_post p on p.id = i.owner_post_id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organization organization;

    StoredEvidenceRegister(JdbcClient jdbc, Accounts accounts, Organization organization) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organization = organization;
    }

    @Override
    public List<Line> page(Filter filter, Sort sort, boolean descending, @Nullable String after, int size) {
        var values = values(filter);
        if (after != null) {
            place(after, sort, values);
        }
        values.put("size", size);
        return jdbc.sql(LINES + where(filter) + (after == null ? "" : after(sort, descending)) + order(sort, descending)
                        + " limit :size")
                .params(values)
                .query((row, number) -> line(row, sort))
                .list();
    }

    @Override
    public Stream<Line> all(Filter filter, Sort sort, boolean descending) {
        return jdbc
                .sql(LINES + where(filter) + order(sort, descending))
                .params(values(filter))
                .query((row, number) -> line(row, sort))
                .stream();
    }

    @Override
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from evidence.item i" + where(filter))
                .params(values(filter))
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter) {
        return " where true"
                + (words(filter).length == 0 ? "" : " and i.id in (select evidence.find_items(cast(:words as text[])))")
                + (filter.institution() == null ? "" : " and i.institution_id = :institution")
                + (filter.kind() == null ? "" : " and i.kind = :kind")
                + (filter.covering() == null ? "" : " and :covering between i.covers_from and i.covers_to")
                + (filter.mine() == null ? "" : " and i.owner_post_id = any (:posts)")
                + view(filter.view());
    }

    private static String view(@Nullable View view) {
        return switch (view) {
            case null -> "";
            case IN_FORCE -> " and i.retired_on is null";
            case RETIRED -> " and i.retired_on is not null";
            case NOT_READ -> " and i.looked = 'not_read'";
            case ACCEPTED -> " and i.looked = 'accepted'";
            case OTHER_TYPE -> " and not i.types_agree";
        };
    }

    private static String column(Sort sort) {
        return switch (sort) {
            case CODE -> "i.code";
            case RECEIVED -> "i.received_at";
            case COLLECTED -> "i.collected_on";
        };
    }

    private static String type(Sort sort) {
        return switch (sort) {
            case CODE -> "text";
            case RECEIVED -> "timestamptz";
            case COLLECTED -> "date";
        };
    }

    private static String order(Sort sort, boolean descending) {
        var way = descending ? " desc" : "";
        return " order by " + column(sort) + way + ", i.id" + way;
    }

    private static String after(Sort sort, boolean descending) {
        return " and (" + column(sort) + ", i.id) " + (descending ? "<" : ">") + " (cast(:key as " + type(sort)
                + "), :place)";
    }

    private Map<String, Object> values(Filter filter) {
        var values = new HashMap<String, Object>();
        values.put("words", words(filter));
        if (filter.institution() != null) {
            values.put("institution", filter.institution().value());
        }
        if (filter.kind() != null) {
            values.put("kind", filter.kind().name().toLowerCase(Locale.ROOT));
        }
        if (filter.covering() != null) {
            values.put("covering", filter.covering());
        }
        if (filter.mine() != null) {
            values.put(
                    "posts",
                    accounts.peopleOf(filter.mine().actor().id()).stream()
                            .flatMap(person -> organization.postsHeldBy(person, filter.today()).stream())
                            .map(Holder::post)
                            .map(post -> post.value())
                            .toArray(UUID[]::new));
        }
        return values;
    }

    private static String[] words(Filter filter) {
        return Arrays.stream(SearchKey.of(filter.words()).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toArray(String[]::new);
    }

    private static Line line(ResultSet row, Sort sort) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var received = row.getObject("received_at", OffsetDateTime.class);
        var kind = ItemKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        var collected = row.getObject("collected_on", LocalDate.class);
        var code = row.getString("code");
        var key = switch (sort) {
            case CODE -> code;
            case RECEIVED -> received.toString();
            case COLLECTED -> collected.toString();
        };
        return new Line(
                id,
                code,
                row.getString("title"),
                row.getString("institution"),
                row.getString("owner"),
                kind,
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                collected,
                received.toInstant(),
                Objects.requireNonNull(row.getString(kind == ItemKind.FILE ? "file_name" : "document_number")),
                row.getObject("size", Long.class),
                "accepted".equals(row.getString("looked")),
                row.getObject("retired_on", LocalDate.class),
                key + "|" + id);
    }

    /// @throws IllegalArgumentException when the place cannot be read
    private static void place(String after, Sort sort, Map<String, Object> values) {
        var parts = after.split("\\|", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a place in the list");
        }
        try {
            switch (sort) {
                case CODE -> {}
                case RECEIVED -> OffsetDateTime.parse(parts[0]);
                case COLLECTED -> LocalDate.parse(parts[0]);
            }
        } catch (java.time.DateTimeException unreadable) {
            throw new IllegalArgumentException("not a place in the list", unreadable);
        }
        values.put("key", parts[0]);
        values.put("place", UUID.fromString(parts[1]));
    }
}
