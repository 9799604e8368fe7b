package io.kuramori.approval.requests;

import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestRepository {

    /// Most rows that one list of the inbox shows.
    static final int MOST = 200;

    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next code of an institution's series: `APR-0001`.
    String nextCode(InstitutionId institution) {
        int number = jdbc.sql("""
                        /* language=sql */
                        insert into approval.code_series as series (institution_id, last) values (:institution, 1)
                        on conflict (institution_id) do update set last = series.last + 1
                        returning last
                        """)
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
        return "APR-%04d".formatted(number);
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql("select * from approval.request where id = :id")
                .param("id", id)
                .query(RequestRows::read)
                .optional();
    }

    /// The request, held until the transaction ends: whoever else acts on it waits and then sees what was done.
    Optional<Request> hold(UUID id) {
        return jdbc.sql("select * from approval.request where id = :id for update")
                .param("id", id)
                .query(RequestRows::read)
                .optional();
    }

    /// Requests on which somebody may decide, the longest waiting first.
    List<Request> open() {
        return jdbc.sql("""
                        select * from approval.request where status in ('waiting', 'provisional')
                        order by first_submitted_at, id limit :most""").param("most", MOST).query(RequestRows::read).list();
    }

    /// What somebody asked and what is not over yet, or was decided lately: the newest first.
    List<Request> of(UUID account, LocalDate since) {
        return jdbc.sql("""
                        select * from approval.request
                        where (requested_by = :account or entered_by = :account)
                          and (status in ('waiting', 'returned', 'provisional') or decided_at >= :since)
                        order by submitted_at desc, id limit :most""")
                .param("account", account)
                .param("since", since)
                .param("most", MOST)
                .query(RequestRows::read)
                .list();
    }

    List<Request> onAgenda(UUID item) {
        return jdbc.sql("select * from approval.request where agenda_item_id = :item order by code")
                .param("item", item)
                .query(RequestRows::read)
                .list();
    }

    /// Requests about a record that a change of it may make void.
    List<Request> holdAbout(String kind, UUID record) {
        return jdbc.sql("""
                        select * from approval.request
                        where subject_kind = :kind and subject_id = :record
                          and status in ('waiting', 'returned', 'provisional', 'approved')
                        order by id for update""")
                .param("kind", kind)
                .param("record", record)
                .query(RequestRows::read)
                .list();
    }

    /// The approvals of a record that hold on a day, the one that holds longest first.
    List<Request> inForce(String kind, UUID record, LocalDate day) {
        return jdbc.sql("""
                        select * from approval.request
                        where subject_kind = :kind and subject_id = :record and status in ('approved', 'provisional')
                          and effective_from <= :day and until >= :day
                        order by until desc, id desc""")
                .param("kind", kind)
                .param("record", record)
                .param("day", day)
                .query(RequestRows::read)
                .list();
    }

    /// Approvals that end between two days, and emergency decisions whose confirmation was due before the first.
    List<Request> ending(LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select * from approval.request
                        where status in ('approved', 'provisional')
                          and (until between :from and :through or (status = 'provisional' and confirm_by <= :from))
                        order by until, id""")
                .param("from", from)
                .param("through", through)
                .query(RequestRows::read)
                .list();
    }

    /// Renewals of an approval that are asked for or granted.
    List<Request> renewalsOf(UUID id) {
        return jdbc.sql("select * from approval.request where renews = :id order by code")
                .param("id", id)
                .query(RequestRows::read)
                .list();
    }

    void insert(Request request) {
        set(jdbc.sql("""
                        insert into approval.request (id, institution_id, version, code, subject_kind, subject_id,
                            subject_version, subject_href, requested_by, entered_by, first_submitted_at, matter, renews,
                            renewals, subject_facts, title, asked, risk, compensating, reference, until, condition,
                            hash, submitted_at, round, status, proof, confirm_by, emergency_by, emergency_for,
                            returned_comment, decided_by, decided_at, article, authority_id, effective_from,
                            original_from, agenda_item_id)
                        values (:id, :institution, 1, :code, :kind, :subject, :subjectVersion, :href, :by, :enteredBy,
                            :first, :matter, :renews, :renewals, :facts, :title, :asked, :risk, :compensating,
                            :reference, :until, :condition, :hash, :submitted, :round, :status, :proof, :confirmBy,
                            :emergencyBy, :emergencyFor, :comment, :decidedBy, :decidedAt, :article, :authority, :from,
                            :original, :item)"""), RequestRows.inserted(request)).update();
    }

    /// @throws StaleRecord when it is no longer the version that was read
    void update(Request request) {
        int rows = set(jdbc.sql("""
                        update approval.request
                        set version = version + 1, subject_version = :subjectVersion, subject_facts = :facts,
                            title = :title, asked = :asked, risk = :risk, compensating = :compensating,
                            reference = :reference, until = :until, condition = :condition, hash = :hash,
                            submitted_at = :submitted, round = :round, status = :status, proof = :proof,
                            confirm_by = :confirmBy, emergency_by = :emergencyBy, emergency_for = :emergencyFor,
                            returned_comment = :comment, decided_by = :decidedBy, decided_at = :decidedAt,
                            article = :article, authority_id = :authority, effective_from = :from,
                            original_from = :original, agenda_item_id = :item
                        where id = :id and version = :version"""), RequestRows.changed(request)).update();
        if (rows != 1) {
            throw new StaleRecord("approval.request", request.id());
        }
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, Map<String, ?> values) {
        return statement.params(values);
    }
}
