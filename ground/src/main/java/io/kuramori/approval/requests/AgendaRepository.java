package io.kuramori.approval.requests;

import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.CommitteeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgendaRepository {

    private final JdbcClient jdbc;

    AgendaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest meetings first.
    List<AgendaItem> all() {
        return jdbc.sql(
                        "select * from approval.agenda_item where retired_on is null order by held_on desc, id limit :most")
                .param("most", RequestRepository.MOST)
                .query(AgendaRepository::read)
                .list();
    }

    Optional<AgendaItem> find(UUID id) {
        return jdbc.sql("select * from approval.agenda_item where id = :id")
                .param("id", id)
                .query(AgendaRepository::read)
                .optional();
    }

    void insert(AgendaItem item) {
        jdbc.sql("""
                        insert into approval.agenda_item
                            (id, institution_id, version, committee_id, held_on, title, created_by)
                        values (:id, :institution, 1, :committee, :heldOn, :title, :by)""")
                .param("id", item.id())
                .param("institution", item.institution().value())
                .param("committee", item.committee().value())
                .param("heldOn", item.heldOn())
                .param("title", item.title())
                .param("by", item.createdBy())
                .update();
    }

    void close(AgendaItem item, Instant at) {
        int rows = jdbc.sql("""
                        update approval.agenda_item set version = version + 1, closed_at = :at
                        where id = :id and version = :version and closed_at is null""")
                .param("id", item.id())
                .param("version", item.version())
                .param("at", Columns.stored(at))
                .update();
        if (rows != 1) {
            throw new StaleRecord("approval.agenda-item", item.id());
        }
    }

    private static AgendaItem read(ResultSet row, int number) throws SQLException {
        return new AgendaItem(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                new CommitteeId(Columns.id(row, "committee_id")),
                Columns.day(row, "held_on"),
                row.getString("title"),
                Columns.id(row, "created_by"),
                Columns.instantOrNull(row, "closed_at"));
    }
}
