package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SettingRepository {

    private final JdbcClient jdbc;

    SettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<Setting> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.parameter
                        where institution_id = :institution and retired_on is null order by name, effective_from desc""")
                .param("institution", institution.value())
                .query(SettingRepository::read)
                .list();
    }

    Optional<Setting> byId(UUID id) {
        return jdbc.sql("select * from organization.parameter where id = :id")
                .param("id", id)
                .query(SettingRepository::read)
                .optional();
    }

    Optional<Integer> value(InstitutionId institution, String name, LocalDate day) {
        return jdbc.sql("""
                        select amount from organization.parameter
                        where institution_id = :institution and name = :name and retired_on is null
                          and effective_from <= :day
                        order by effective_from desc limit 1""")
                .param("institution", institution.value())
                .param("name", name)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    void insert(Setting setting) {
        jdbc.sql("""
                        insert into organization.parameter
                            (id, institution_id, version, name, amount, effective_from, article, resolution)
                        values (:id, :institution, 1, :name, :amount, :from, :article, :resolution)""")
                .param("id", setting.id())
                .param("institution", setting.institution().value())
                .param("name", setting.name())
                .param("amount", setting.amount())
                .param("from", setting.from())
                .param("article", setting.article())
                .param("resolution", setting.decision())
                .update();
    }

    int retire(Setting setting, int version, LocalDate day) {
        return jdbc.sql("""
                        update organization.parameter set version = version + 1, retired_on = :day
                        where id = :id and version = :version and retired_on is null""")
                .param("id", setting.id())
                .param("version", version)
                .param("day", day)
                .update();
    }

    private static Setting read(ResultSet row, int number) throws SQLException {
        return new Setting(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("name"),
                row.getInt("amount"),
                Columns.day(row, "effective_from"),
                row.getString("article"),
                row.getString("resolution"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
