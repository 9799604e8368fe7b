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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the ledger a page at a time. Sees what the scope of the open transaction sees.
@Repository
public class SystemList {

    static final int PAGE = 50;

    /// Larger numbers are shown as "more than".
    static final int COUNTED = 10_000;

    private final JdbcClient jdbc;

    SystemList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One page and, when there is more, where it goes on.
    ///
    /// @param after the token of the last line of the page before; null for the first page
    Page page(SystemFilter filter, SystemSort sort, @Nullable String after, int size) {
        var params = new HashMap<String, Object>();
        var conditions = conditions(filter, params);
        if (after != null) {
            place(after, sort, conditions, params);
        }
        params.put("size", size + 1);

        List<SystemLine> lines = jdbc.sql(
                        """
                        /* language=sql */
                        select s.id, i.code as institution_code, i.name as institution_name, s.code, s.name, s.kind,
                               p.name as owner_post, d.name as department, s.importance, s.exposure, s.third_party,
                               s.confirmed_on, s.retired_on, %s || '~' || s.id as token
                        from (select * from asset.system s where %s order by %s limit :size) s
                        join organization.face_institution i on i.id = s.institution_id
                        left join organization.face_post p on p.id = s.owner_post_id
                        left join organization.face_department d on d.id = s.department_id
                        order by %s
                        """.formatted(sort.token(), String.join("\n and ", conditions), sort.orderBy(), sort.orderBy()))
                .params(params)
                .query(SystemList::line)
                .list();
        return lines.size() > size
                ? new Page(lines.subList(0, size), lines.get(size - 1).token())
                : new Page(lines, null);
    }

    /// How many systems the filter shows, counted up to one more than {@link #COUNTED}.
    int count(SystemFilter filter) {
        var params = new HashMap<String, Object>();
        var conditions = conditions(filter, params);
        params.put("most", COUNTED + 1);
        return jdbc.sql("""
                        /* language=sql */
                        select count(*) from (select from asset.system s where %s limit :most) counted
                        """.formatted(String.join("\n and ", conditions)))
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static List<String> conditions(SystemFilter filter, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        conditions.add(filter.retired() ? "s.retired_on is not null" : "s.retired_on is null");
        var words = filter.words();
        if (!words.isEmpty()) {
            conditions.add("s.id in (select asset.find_systems(cast(:words as text[])))");
            params.put("words", words.toArray(String[]::new));
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
            conditions.add("coalesce(s.confirmed_on, '-infinity'::date) < current_date - interval '12 months'");
        }
        return conditions;
    }

    private static void place(String after, SystemSort sort, List<String> conditions, Map<String, Object> params) {
        int cut = after.lastIndexOf('~');
        if (cut < 0) {
            throw new IllegalArgumentException("not a page token");
        }
        conditions.add(sort.after());
        params.put("afterValue", after.substring(0, cut));
        params.put("afterId", UUID.fromString(after.substring(cut + 1)));
    }

    private static SystemLine line(ResultSet row, int number) throws SQLException {
        return new SystemLine(
                new SystemId(row.getObject("id", UUID.class)),
                row.getString("institution_code"),
                row.getString("institution_name"),
                row.getString("code"),
                row.getString("name"),
                SystemKind.of(row.getString("kind")),
                row.getString("owner_post"),
                row.getString("department"),
                row.getInt("importance"),
                Exposure.of(row.getString("exposure")),
                row.getString("third_party"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getObject("retired_on", LocalDate.class),
                row.getString("token"));
    }

    /// @param next token of the following page, or null at the end
    public record Page(List<SystemLine> lines, @Nullable String next) {

        public Page {
            lines = List.copyOf(lines);
        }
    }
}
