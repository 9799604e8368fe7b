package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Delegation;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who decides in whose place.
@Repository
class DeputyRepository {

    private final JdbcClient jdbc;

    DeputyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Delegations in scope that somebody gave or has, the newest first.
    List<Deputy> of(UUID account) {
        return jdbc.sql("""
                        select * from approval.delegation
                        where principal_id = :account or deputy_id = :account
                        order by valid_until desc, id limit :most""")
                .param("account", account)
                .param("most", RequestRepository.MOST)
                .query(DeputyRepository::read)
                .list();
    }

    Optional<Deputy> find(UUID id) {
        return jdbc.sql("select * from approval.delegation where id = :id")
                .param("id", id)
                .query(DeputyRepository::read)
                .optional();
    }

    /// Every delegation that touches one of the accounts, ended ones and those of other institutions too.
    List<Delegation> touching(Collection<UUID> accounts) {
        return jdbc.sql("select * from approval.delegations_of(:accounts)")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query((row, number) -> delegation(row))
                .list();
    }

    void insert(Deputy deputy) {
        jdbc.sql("""
                        insert into approval.delegation
                            (id, institution_id, version, post_id, principal_id, deputy_id, valid_from, valid_until)
                        values (:id, :institution, 1, :post, :principal, :deputy, :from, :until)""")
                .param("id", deputy.id())
                .param("institution", deputy.institution().value())
                .param("post", deputy.delegation().post().value())
                .param("principal", deputy.delegation().principal())
                .param("deputy", deputy.delegation().deputy())
                .param("from", deputy.delegation().from())
                .param("until", deputy.delegation().until())
                .update();
    }

    void end(Deputy deputy, LocalDate lastDay) {
        int rows = jdbc.sql("""
                        update approval.delegation set version = version + 1, valid_until = :until
                        where id = :id and version = :version""")
                .param("id", deputy.id())
                .param("version", deputy.version())
                .param("until", lastDay)
                .update();
        if (rows != 1) {
            throw new StaleRecord("approval.delegation", deputy.id());
        }
    }

    private static Deputy read(ResultSet row, int number) throws SQLException {
        return new Deputy(Columns.id(row, "id"), Columns.institution(row), row.getInt("version"), delegation(row));
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                Columns.id(row, "principal_id"),
                Columns.id(row, "deputy_id"),
                new PostId(Columns.id(row, "post_id")),
                Columns.day(row, "valid_from"),
                Columns.day(row, "valid_until"));
    }
}
