package io.kuramori.asset.systems;

import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SystemId;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.JournalSize;
import io.kuramori.journal.StaleRecord;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `asset.system`. Sees what the scope of the open transaction sees.
@Repository
class SystemRepository {

    static final String KIND = "system";

    private final JdbcClient jdbc;

    SystemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SystemRecord system) {
        bind(jdbc.sql("""
                /* language=sql */
                insert into asset.system (id, institution_id, code, version, name, reading, kind, owner_post_id,
                    department_id, description, confidentiality, integrity, availability, critical_operation, exposure,
                    rto_minutes, rpo_minutes, third_party, confirmed_on, confirmed_by, retired_on, search_key, sort_key)
                values (:id, :institution, :code, :version, :name, :reading, :kind, :owner, :department, :description,
                    :confidentiality, :integrity, :availability, :critical, :exposure, :rto, :rpo, :thirdParty,
                    :confirmedOn, :confirmedBy, :retiredOn, :searchKey, :sortKey)
                """), system)
                .param("institution", system.institution().value())
                .param("code", system.code())
                .update();
    }

    /// Writes the record as the version after the one it carries.
    ///
    /// @throws StaleRecord when that is no longer the newest, or the record is out of scope
    void update(SystemRecord system) {
        int changed = bind(jdbc.sql("""
                /* language=sql */
                update asset.system
                set version = version + 1, name = :name, reading = :reading, kind = :kind, owner_post_id = :owner,
                    department_id = :department, description = :description, confidentiality = :confidentiality,
                    integrity = :integrity, availability = :availability, critical_operation = :critical,
                    exposure = :exposure, rto_minutes = :rto, rpo_minutes = :rpo, third_party = :thirdParty,
                    confirmed_on = :confirmedOn, confirmed_by = :confirmedBy, retired_on = :retiredOn,
                    search_key = :searchKey, sort_key = :sortKey
                where id = :id and version = :version
                """), system).update();
        if (changed == 0) {
            throw new StaleRecord(KIND, system.id().value());
        }
    }

    Optional<SystemRecord> find(SystemId id) {
        return jdbc.sql("select * from asset.system where id = :id")
                .param("id", id.value())
                .query(SystemRows::read)
                .optional();
    }

    /// Systems of that code in scope: one for each institution at most.
    List<SystemRecord> withCode(String code) {
        return jdbc.sql("select * from asset.system where code = :code order by institution_id limit 50")
                .param("code", code)
                .query(SystemRows::read)
                .list();
    }

    /// The record as it stood at a journal size; empty when it was not there yet.
    Optional<SystemRecord> at(SystemId id, JournalSize size) {
        return jdbc.sql("""
                        /* language=sql */
                        select (jsonb_populate_record(null::asset.system, newest.row)).*
                        from (select h.row
                              from asset.system_history h join journal.leaf l on l.entry_id = h.entry_id
                              where h.record_id = :id and l.log_index < :size
                              order by h.version desc limit 1) newest
                        where newest.row is not null
                        """)
                .param("id", id.value())
                .param("size", size.value())
                .query(SystemRows::read)
                .optional();
    }

    /// Every system in scope in the order of codes; the caller closes the stream.
    Stream<SystemRecord> all() {
        return jdbc.sql("select * from asset.system order by code, id").query(SystemRows::read).stream();
    }

    /// The releases a system runs.
    List<ReleaseId> releasesOf(SystemId id) {
        return jdbc.sql("select release_id from asset.system_release where system_id = :id")
                .param("id", id.value())
                .query((row, n) -> new ReleaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /// The next free number of an institution's `SYS-` series; a number is never given twice.
    int nextNumber(InstitutionId institution) {
        return jdbc.sql("""
                        /* language=sql */
                        insert into asset.code_series as series (institution_id, prefix, last)
                        values (:institution, 'SYS', 1)
                        on conflict (institution_id, prefix) do update set last = series.last + 1
                        returning last
                        """)
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
    }

    boolean codeTaken(InstitutionId institution, String code) {
        return jdbc.sql("select exists (select from asset.system where institution_id = :institution and code = :code)")
                .param("institution", institution.value())
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SystemRecord system) {
        var details = system.details();
        var rating = details.rating();
        return statement
                .param("id", system.id().value())
                .param("version", system.version())
                .param("name", details.name())
                .param("reading", details.reading(), Types.VARCHAR)
                .param("kind", details.kind().code())
                .param("owner", details.ownerPost(), Types.OTHER)
                .param("department", details.department(), Types.OTHER)
                .param("description", details.description(), Types.VARCHAR)
                .param("confidentiality", rating.confidentiality())
                .param("integrity", rating.integrity())
                .param("availability", rating.availability())
                .param("critical", rating.criticalOperation())
                .param("exposure", details.exposure().code())
                .param("rto", details.rtoMinutes(), Types.INTEGER)
                .param("rpo", details.rpoMinutes(), Types.INTEGER)
                .param("thirdParty", details.thirdParty(), Types.VARCHAR)
                .param("confirmedOn", system.confirmedOn(), Types.DATE)
                .param("confirmedBy", system.confirmedBy(), Types.VARCHAR)
                .param("retiredOn", system.retiredOn(), Types.DATE)
                .param("searchKey", details.searchKey(system.code()))
                .param("sortKey", details.sortKey());
    }
}
