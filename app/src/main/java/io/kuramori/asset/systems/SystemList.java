package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the ledger a page at a time. Sees what the scope of the open transaction sees.
@Repository
public class SystemList {

    /// Larger numbers are shown as "more than"; without words an index alone counts them.
    static final int COUNTED = 10_000;

    /// Lines that a spreadsheet takes at most: what one worksheet holds, less its head.
    private static final int EXPORTED = 1_000_000;

    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final SystemSearch search;

    SystemList(JdbcClient jdbc, SystemSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /// What the filter's words meet, for page and count of one request.
    SystemMatches matches(SystemFilter filter) {
        return search.matches(filter.words());
    }

    Page page(SystemFilter filter, SystemOrder order, @Nullable String after, int size) {
        return page(filter, matches(filter), order, after, size);
    }

    /// One page and, when there is more, where it goes on.
    ///
    /// @param after the token of the last line of the page before; null for the first page
    Page page(SystemFilter filter, SystemMatches matches, SystemOrder order, @Nullable String after, int size) {
        var params = new HashMap<String, Object>();
        var conditions = conditions(filter, matches, params);
        if (after != null) {
            order.sort().place(after, order.descending(), conditions, params);
        }
        params.put("size", size + 1);
        List<SystemLine> lines = jdbc.sql(select(conditions, order))
                .params(params)
                .query(SystemList::line)
                .list();
        return lines.size() > size
                ? new Page(lines.subList(0, size), lines.get(size - 1).token())
                : new Page(lines, null);
    }

    /// Every line of the filter, in order; the caller closes the stream.
    Stream<SystemLine> all(SystemFilter filter, SystemOrder order) {
        var params = new HashMap<String, Object>();
        var conditions = conditions(filter, matches(filter), params);
        params.put("size", EXPORTED);
        return jdbc
                .sql(select(conditions, order))
                .withFetchSize(FETCHED)
                .params(params)
                .query(SystemList::line)
                .stream();
    }

    private static String select(List<String> conditions, SystemOrder order) {
        return """
                /* language=sql */
                select s.id, s.version, i.code as institution_code, i.name as institution_name, s.code, s.name,
                       s.reading, s.kind, p.name as owner_post, d.name as department, s.importance,
                       s.critical_operation, s.exposure, s.third_party, s.rto_minutes, s.rpo_minutes, s.confirmed_on,
                       s.confirmed_by, s.retired_on, %s as token
                from (select * from asset.system s where %s order by %s limit :size) s
                join organization.face_institution i on i.id = s.institution_id
                left join organization.face_post p on p.id = s.owner_post_id
                left join organization.face_department d on d.id = s.department_id
                order by %s
                """.formatted(
                        order.sort().token(), String.join("\n and ", conditions), order.orderBy(), order.orderBy());
    }

    SystemCount count(SystemFilter filter) {
        return count(filter, matches(filter));
    }

    /// How many systems the filter shows. Frequent words are counted less far, since rows have to be read for it; by
    /// themselves they are counted among those that the search has gathered, which tells what is surely reached.
    SystemCount count(SystemFilter filter, SystemMatches matches) {
        return switch (matches) {
            case SystemMatches.Everything _, SystemMatches.Few _ ->
                SystemCount.upTo(COUNTED, counted(filter, matches, COUNTED + 1));
            case SystemMatches.Many many
            when filter.onlyWords() ->
                new SystemCount(counted(filter, new SystemMatches.Few(many.some()), SystemSearch.FEW), true);
            case SystemMatches.Many _ ->
                SystemCount.upTo(SystemSearch.FEW, counted(filter, matches, SystemSearch.FEW + 1));
        };
    }

    private int counted(SystemFilter filter, SystemMatches matches, int most) {
        var params = new HashMap<String, Object>();
        var conditions = conditions(filter, matches, params);
        params.put("most", most);
        return jdbc.sql("""
                        /* language=sql */
                        select count(*) from (select from asset.system s where %s limit :most) counted
                        """.formatted(String.join("\n and ", conditions)))
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static List<String> conditions(SystemFilter filter, SystemMatches matches, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        conditions.add(filter.retired() ? "s.retired_on is not null" : "s.retired_on is null");
        switch (matches) {
            case SystemMatches.Everything _ -> {}
            case SystemMatches.Few(var ids) -> {
                conditions.add("s.id = any(:ids)");
                params.put("ids", ids.toArray(UUID[]::new));
            }
            case SystemMatches.Many many -> conditions.add(SystemSearch.condition(many.words(), params));
        }
        if (filter.institution() != null) {
            conditions.add("s.institution_id = :institution");
            params.put("institution", filter.institution());
        }
        if (filter.kind() != null) {
            conditions.add("s.kind = :kind");
            params.put("kind", filter.kind().code());
        }
        if (filter.importance() != null) {
            conditions.add("s.importance = :importance");
            params.put("importance", filter.importance());
        }
        if (filter.exposure() != null) {
            conditions.add("s.exposure = :exposure");
            params.put("exposure", filter.exposure().code());
        }
        if (filter.unowned()) {
            conditions.add("s.owner_post_id is null");
        }
        if (filter.stale()) {
            // A day against a day: against a timestamp the comparison is not leakproof and no index would serve.
            conditions.add("(s.confirmed_on is null or s.confirmed_on < (current_date - interval '12 months')::date)");
        }
        return conditions;
    }

    private static SystemLine line(ResultSet row, int number) throws SQLException {
        return new SystemLine(
                new SystemId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("institution_code"),
                row.getString("institution_name"),
                row.getString("code"),
                row.getString("name"),
                row.getString("reading"),
                SystemKind.of(row.getString("kind")),
                row.getString("owner_post"),
                row.getString("department"),
                row.getInt("importance"),
                row.getBoolean("critical_operation"),
                Exposure.of(row.getString("exposure")),
                row.getString("third_party"),
                row.getObject("rto_minutes", Integer.class),
                row.getObject("rpo_minutes", Integer.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("confirmed_by"),
                row.getObject("retired_on", LocalDate.class),
                row.getString("token"));
    }

    /// @param next token of the following page, or null at the end
    public record Page(List<SystemLine> lines, @Nullable String next) {

        public Page {
            lines = List.copyOf(lines);
        }

        /// Every row as a bulk act names it, joined by commas.
        public String picks() {
            return lines.stream().map(SystemLine::pick).collect(Collectors.joining(","));
        }
    }
}
