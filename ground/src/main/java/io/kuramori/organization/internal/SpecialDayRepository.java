package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.SpecialDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpecialDayRepository {

    private final JdbcClient jdbc;

    SpecialDayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SpecialDay> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.special_day
                        where institution_id = :institution and retired_on is null order by day""")
                .param("institution", institution.value())
                .query((row, _) -> read(row))
                .list();
    }

    Optional<SpecialDay> byId(UUID id) {
        return jdbc.sql("select * from organization.special_day where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    void insert(SpecialDay day) {
        jdbc.sql("""
                        insert into organization.special_day (id, institution_id, version, day, open, name, retired_on)
                        values (:id, :institution, 1, :day, :open, :name, :retired)""")
                .param("id", day.id())
                .param("institution", day.institution().value())
                .param("day", day.day())
                .param("open", day.open())
                .param("name", day.name())
                .param("retired", day.retiredOn())
                .update();
    }

    int update(SpecialDay day) {
        return jdbc.sql("""
                        update organization.special_day
                        set version = version + 1, day = :day, open = :open, name = :name, retired_on = :retired
                        where id = :id and version = :version""")
                .param("id", day.id())
                .param("version", day.version())
                .param("day", day.day())
                .param("open", day.open())
                .param("name", day.name())
                .param("retired", day.retiredOn())
                .update();
    }

    private static SpecialDay read(ResultSet row) throws SQLException {
        return new SpecialDay(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                Columns.day(row, "day"),
                row.getBoolean("open"),
                row.getString("name"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
