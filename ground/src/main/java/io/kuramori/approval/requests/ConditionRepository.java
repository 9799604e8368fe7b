package io.kuramori.approval.requests;

import io.kuramori.approval.requests.Condition.Met;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConditionRepository {

    private final JdbcClient jdbc;

    ConditionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Condition> of(UUID request) {
        return jdbc.sql("select * from approval.condition where request_id = :request order by due, id")
                .param("request", request)
                .query(ConditionRepository::read)
                .list();
    }

    Optional<Condition> find(UUID id) {
        return jdbc.sql("select * from approval.condition where id = :id")
                .param("id", id)
                .query(ConditionRepository::read)
                .optional();
    }

    /// Conditions of approvals in force that nobody has said to be met, the soonest due first.
    List<Condition> open() {
        return jdbc.sql("""
                        select c.* from approval.condition c join approval.request r on r.id = c.request_id
                        where c.met_on is null and r.status in ('approved', 'provisional')
                        order by c.due, c.id limit :most""")
                .param("most", RequestRepository.MOST)
                .query(ConditionRepository::read)
                .list();
    }

    void insert(Condition condition, Request request) {
        jdbc.sql("""
                        insert into approval.condition (id, institution_id, version, request_id, requested_by,
                            entered_by, words, due, set_by)
                        values (:id, :institution, 1, :request, :requestedBy, :enteredBy, :words, :due, :setBy)""")
                .param("id", condition.id())
                .param("institution", condition.institution().value())
                .param("request", request.id())
                .param("requestedBy", request.asking().by())
                .param("enteredBy", request.asking().enteredBy())
                .param("words", condition.words())
                .param("due", condition.due())
                .param("setBy", condition.setBy())
                .update();
    }

    void meet(Condition condition, Met met) {
        int rows = jdbc.sql("""
                        update approval.condition
                        set version = version + 1, met_on = :on, met_by = :by, evidence = :evidence
                        where id = :id and version = :version and met_on is null""")
                .param("id", condition.id())
                .param("version", condition.version())
                .param("on", met.on())
                .param("by", met.by())
                .param("evidence", met.evidence())
                .update();
        if (rows != 1) {
            throw new StaleRecord("approval.condition", condition.id());
        }
    }

    private static Condition read(ResultSet row, int number) throws SQLException {
        var on = Columns.dayOrNull(row, "met_on");
        return new Condition(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                Columns.id(row, "request_id"),
                row.getString("words"),
                Columns.day(row, "due"),
                Columns.id(row, "set_by"),
                on == null
                        ? null
                        : new Met(on, Columns.id(row, "met_by"), Objects.requireNonNull(row.getString("evidence"))));
    }
}
