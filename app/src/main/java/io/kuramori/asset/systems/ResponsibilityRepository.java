package io.kuramori.asset.systems;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.SystemId;
import io.kuramori.journal.JournalSize;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `asset.responsibility`: one living row for each control of a system that is settled.
@Repository
class ResponsibilityRepository {

    private final JdbcClient jdbc;

    ResponsibilityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Responsibility> of(SystemId system) {
        return jdbc.sql("""
                        /* language=sql */
                        select control, party, provider, version from asset.responsibility
                        where system_id = :system and retired_on is null
                        """)
                .param("system", system.value())
                .query(ResponsibilityRepository::read)
                .list();
    }

    /// As it stood at a journal size.
    List<Responsibility> at(SystemId system, JournalSize size) {
        return jdbc.sql("""
                        /* language=sql */
                        select control, party, provider, version from asset.responsibility_at(:size)
                        where system_id = :system and retired_on is null
                        """)
                .param("size", size.value())
                .param("system", system.value())
                .query(ResponsibilityRepository::read)
                .list();
    }

    void insert(SystemRecord system, Responsibility responsibility) {
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.responsibility (id, institution_id, version, system_id, control, party, provider)
                        values (:id, :institution, 1, :system, :control, :party, :provider)
                        """)
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("institution", system.institution().value())
                .param("system", system.id().value())
                .param("control", responsibility.control().code())
                .param("party", responsibility.party().code())
                .param("provider", responsibility.provider(), Types.VARCHAR)
                .update();
    }

    void update(SystemRecord system, Responsibility responsibility) {
        int changed = jdbc.sql("""
                        /* language=sql */
                        update asset.responsibility set version = version + 1, party = :party, provider = :provider
                        where system_id = :system and control = :control and version = :version and retired_on is null
                        """)
                .param("party", responsibility.party().code())
                .param("provider", responsibility.provider(), Types.VARCHAR)
                .param("system", system.id().value())
                .param("control", responsibility.control().code())
                .param("version", responsibility.version())
                .update();
        requireOne(changed, system);
    }

    /// Takes back what was settled: nobody is named for that control any more.
    void retire(SystemRecord system, Control control, int version, LocalDate on) {
        int changed = jdbc.sql("""
                        /* language=sql */
                        update asset.responsibility set version = version + 1, retired_on = :on
                        where system_id = :system and control = :control and version = :version and retired_on is null
                        """)
                .param("on", on)
                .param("system", system.id().value())
                .param("control", control.code())
                .param("version", version)
                .update();
        requireOne(changed, system);
    }

    private static void requireOne(int changed, SystemRecord system) {
        if (changed != 1) {
            throw new StaleRecord("responsibility", system.id().value());
        }
    }

    private static Responsibility read(ResultSet row, int number) throws SQLException {
        return new Responsibility(
                Control.of(row.getString("control")),
                Party.of(row.getString("party")),
                row.getString("provider"),
                row.getInt("version"));
    }
}
