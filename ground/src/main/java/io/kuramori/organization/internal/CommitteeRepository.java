package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Committee;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class CommitteeRepository {

    private final JdbcClient jdbc;

    CommitteeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those in force, the highest level first, then by code.
    List<Committee> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.committee
                        where institution_id = :institution and retired_on is null
                        order by array_position(array['board', 'management', 'working'], level), code""")
                .param("institution", institution.value())
                .query(CommitteeRepository::read)
                .list();
    }

    Optional<Committee> byId(CommitteeId id) {
        return jdbc.sql("select * from organization.committee where id = :id")
                .param("id", id.value())
                .query(CommitteeRepository::read)
                .optional();
    }

    /// Every committee in scope, retired ones too, by institution and code.
    List<Committee> all() {
        return jdbc.sql("select * from organization.committee order by institution_id, code, id")
                .query(CommitteeRepository::read)
                .list();
    }

    /// Whether an edition that is a draft, in force or still to come names the committee.
    boolean inUse(CommitteeId id, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                            select from organization.authority_rule r
                            join organization.authority_table t on t.id = r.table_id
                            where r.committee_id = :id and r.retired_on is null and t.retired_on is null
                              and not exists (
                                  select from organization.authority_table later
                                  where later.institution_id = t.institution_id and later.adopted_on is not null
                                    and later.retired_on is null and t.adopted_on is not null
                                    and later.effective_from > t.effective_from and later.effective_from <= :day))""")
                .param("id", id.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void insert(Committee committee) {
        bind(jdbc.sql("""
                insert into organization.committee
                    (id, institution_id, code, version, name, reading, level, quorum, confirmed_on, retired_on, search_key)
                values (:id, :institution, :code, 1, :name, :reading, :level, :quorum, :confirmed, :retired, :key)"""), committee)
                .param("institution", committee.institution().value())
                .update();
    }

    int update(Committee committee) {
        return bind(jdbc.sql("""
                update organization.committee
                set version = version + 1, code = :code, name = :name, reading = :reading, level = :level,
                    quorum = :quorum, confirmed_on = :confirmed, retired_on = :retired, search_key = :key
                where id = :id and version = :version"""), committee)
                .param("version", committee.version())
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Committee committee) {
        return statement
                .param("id", committee.id().value())
                .param("code", committee.code())
                .param("name", committee.name())
                .param("reading", committee.reading())
                .param("level", Words.of(committee.level()))
                .param("quorum", committee.quorum())
                .param("confirmed", committee.confirmedOn())
                .param("retired", committee.retiredOn())
                .param("key", SearchKey.of(committee.code(), committee.name(), committee.reading()));
    }

    private static Committee read(ResultSet row, int number) throws SQLException {
        return new Committee(
                new CommitteeId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("reading"),
                Words.to(Level.class, row.getString("level")),
                row.getInt("quorum"),
                Columns.dayOrNull(row, "confirmed_on"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
