package io.kuramori.approval.requests;

import io.kuramori.approval.requests.OutsideDecision.Check;
import io.kuramori.approval.requests.OutsideDecision.Paper;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutsideRepository {

    private final JdbcClient jdbc;

    OutsideRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OutsideDecision> of(UUID request) {
        return jdbc.sql("select * from approval.outside_decision where request_id = :request order by outside_at, id")
                .param("request", request)
                .query(OutsideRepository::read)
                .list();
    }

    Optional<OutsideDecision> find(UUID id) {
        return jdbc.sql("select * from approval.outside_decision where id = :id")
                .param("id", id)
                .query(OutsideRepository::read)
                .optional();
    }

    /// Entered, not checked yet, of requests that still wait; the oldest first.
    List<OutsideDecision> unchecked() {
        return jdbc.sql("""
                        select o.* from approval.outside_decision o join approval.request r on r.id = o.request_id
                        where o.checked_by is null and r.status = 'waiting'
                        order by o.outside_at, o.id limit :most""")
                .param("most", RequestRepository.MOST)
                .query(OutsideRepository::read)
                .list();
    }

    void insert(OutsideDecision decision, Request request) {
        jdbc.sql("""
                        insert into approval.outside_decision (id, institution_id, version, request_id, requested_by,
                            round, number, decided_on, body, article, copy, approved, hash, outside_by, outside_at)
                        values (:id, :institution, 1, :request, :requestedBy, :round, :number, :decidedOn, :body,
                            :article, :copy, :approved, :hash, :by, :at)""")
                .param("id", decision.id())
                .param("institution", decision.institution().value())
                .param("request", request.id())
                .param("requestedBy", request.asking().by())
                .param("round", decision.round())
                .param("number", decision.paper().number())
                .param("decidedOn", decision.paper().decidedOn())
                .param("body", decision.paper().body())
                .param("article", decision.paper().article())
                .param("copy", decision.paper().copy())
                .param("approved", decision.paper().approved())
                .param("hash", decision.hash())
                .param("by", decision.by())
                .param("at", Columns.stored(decision.at()))
                .update();
    }

    void check(OutsideDecision decision, Check check) {
        int rows = jdbc.sql("""
                        update approval.outside_decision
                        set version = version + 1, checked_by = :by, checked_at = :at, agrees = :agrees,
                            comment = :comment
                        where id = :id and version = :version and checked_by is null""")
                .param("id", decision.id())
                .param("version", decision.version())
                .param("by", check.by())
                .param("at", Columns.stored(check.at()))
                .param("agrees", check.agrees())
                .param("comment", check.comment())
                .update();
        if (rows != 1) {
            throw new StaleRecord("approval.outside-decision", decision.id());
        }
    }

    private static OutsideDecision read(ResultSet row, int number) throws SQLException {
        var checked = Columns.idOrNull(row, "checked_by");
        return new OutsideDecision(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                Columns.id(row, "request_id"),
                row.getInt("round"),
                new Paper(
                        row.getString("number"),
                        Columns.day(row, "decided_on"),
                        row.getString("body"),
                        row.getString("article"),
                        row.getString("copy"),
                        row.getBoolean("approved")),
                row.getString("hash"),
                Columns.id(row, "outside_by"),
                Columns.instant(row, "outside_at"),
                checked == null
                        ? null
                        : new Check(
                                checked,
                                Columns.instant(row, "checked_at"),
                                row.getBoolean("agrees"),
                                row.getString("comment")));
    }
}
