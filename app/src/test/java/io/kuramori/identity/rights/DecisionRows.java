package io.kuramori.identity.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What decisions, notices and actions need in one institution, straight into the tables: an authority table in force,
/// a
/// request in every state that an endpoint asks for, an action.
final class DecisionRows {

    /// Of exactly what is asked, as far as these tests go.
    static final String HASH = "a".repeat(64);

    /// Ids that every kit has.
    static final List<String> IDS = List.of(
            "postRule",
            "boardRule",
            "apr",
            "aprBoard",
            "aprLoose",
            "aprOut",
            "aprGranted",
            "outside",
            "condition",
            "agenda",
            "board",
            "action");

    /// Ids of what belongs to one account.
    static final List<String> OWN_IDS = List.of("aprOwn", "aprBack", "aprLent", "vote", "deputy", "notice");

    private DecisionRows() {}

    /// The one edition in force of an institution, with the rules of all kits there: `matrix.post<n>` is decided by the
    /// kit's post, `matrix.board<n>` by its committee.
    static void authority(JdbcClient jdbc, UUID at, Map<Integer, Map<String, String>> kits) {
        var edition = UUID.randomUUID();
        jdbc.sql("""
                        insert into organization.authority_table (id, institution_id, version, edition, title,
                                                                  effective_from)
                        values (:id, :at, 1, 77, '現行の表', '2025-04-01')""").param("id", edition).param("at", at).update();
        kits.forEach((number, ids) -> {
            rule(jdbc, at, edition, ids.get("postRule"), "matrix.post" + number, ids.get("post"), null);
            rule(jdbc, at, edition, ids.get("boardRule"), "matrix.board" + number, null, ids.get("board"));
        });
        jdbc.sql("""
                        update organization.authority_table
                        set version = 2, adopted_on = '2025-04-01', adopted_by = '取締役会' where id = :id""").param("id", edition).update();
    }

    private static void rule(
            JdbcClient jdbc,
            UUID at,
            UUID edition,
            @org.jspecify.annotations.Nullable String id,
            String matter,
            @org.jspecify.annotations.Nullable String post,
            @org.jspecify.annotations.Nullable String committee) {
        jdbc.sql("""
                        insert into organization.authority_rule (id, institution_id, version, table_id, decision,
                                                                 article, post_id, committee_id)
                        values (cast(:id as uuid), :at, 1, :edition, :matter, '第9条', cast(:post as uuid),
                                cast(:committee as uuid))""")
                .param("id", id)
                .param("at", at)
                .param("edition", edition)
                .param("matter", matter)
                .param("post", post, java.sql.Types.VARCHAR)
                .param("committee", committee, java.sql.Types.VARCHAR)
                .update();
    }

    static void insert(JdbcClient jdbc, Map<String, String> ids, UUID at, int number, String mark) {
        var who = id(ids, "somebody");
        jdbc.sql("""
                        insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                               basis, state, reason, asked_at, from_at)
                        values (uuidv7(), :at, 1, :who, :person, 'MIGRATED', 'IN_FORCE', 'given', now(), now())""")
                .param("at", at)
                .param("who", who)
                .param("person", id(ids, "stranger"))
                .update();
        jdbc.sql("""
                        insert into organization.committee (id, institution_id, code, version, name, level, quorum)
                        values (:id, :at, 'B' || :n, 1, '決裁会' || :n, 'management', 1)""")
                .param("id", id(ids, "board"))
                .param("at", at)
                .param("n", number)
                .update();
        jdbc.sql("""
                        insert into organization.committee_member (id, institution_id, version, committee_id, post_id,
                                                                   role, valid_from)
                        values (uuidv7(), :at, 1, :board, :post, 'member', '2026-01-01')""")
                .param("at", at)
                .param("board", id(ids, "board"))
                .param("post", id(ids, "post"))
                .update();
        jdbc.sql("""
                        insert into approval.agenda_item (id, institution_id, version, committee_id, held_on, title,
                                                          created_by)
                        values (:id, :at, 1, :committee, '2026-12-01', '議' || :mark, :who)""")
                .param("id", id(ids, "agenda"))
                .param("at", at)
                .param("committee", id(ids, "board"))
                .param("mark", mark)
                .param("who", who)
                .update();
        var post = "matrix.post" + number;
        var board = "matrix.board" + number;
        request(jdbc, id(ids, "apr"), at, who, post, "waiting", mark);
        request(jdbc, id(ids, "aprOut"), at, who, post, "waiting", mark);
        request(jdbc, id(ids, "aprGranted"), at, who, post, "approved", mark);
        request(jdbc, id(ids, "aprLoose"), at, who, board, "waiting", mark);
        request(jdbc, id(ids, "aprBoard"), at, who, board, "waiting", mark);
        jdbc.sql("update approval.request set version = 2, agenda_item_id = :agenda where id = :id")
                .param("agenda", id(ids, "agenda"))
                .param("id", id(ids, "aprBoard"))
                .update();
        jdbc.sql("""
                        insert into approval.outside_decision (id, institution_id, version, request_id, requested_by,
                            round, number, decided_on, body, article, copy, approved, hash, outside_by, outside_at)
                        values (:id, :at, 1, :request, :who, 1, '稟議 1' || :mark, '2026-11-01', '部長', '第9条', '書庫',
                                true, :hash, uuidv7(), now())""")
                .param("id", id(ids, "outside"))
                .param("at", at)
                .param("request", id(ids, "aprOut"))
                .param("who", who)
                .param("mark", mark)
                .param("hash", HASH)
                .update();
        jdbc.sql("""
                        insert into approval.condition (id, institution_id, version, request_id, requested_by,
                                                        entered_by, words, due, set_by)
                        values (:id, :at, 1, :request, :who, :who, '条件' || :mark, '2027-01-31', uuidv7())""")
                .param("id", id(ids, "condition"))
                .param("at", at)
                .param("request", id(ids, "aprGranted"))
                .param("who", who)
                .param("mark", mark)
                .update();
        jdbc.sql("""
                        insert into action.action (id, institution_id, version, code, title, details, owner_post_id,
                            due, original_due, extensions, reopened, status, opened_by, opened_at)
                        values (:id, :at, 1, 'M-' || :n, '改' || :mark, '', :post, '2027-01-31', '2027-01-31', 0, 0,
                                'open', :who, now())""")
                .param("id", id(ids, "action"))
                .param("at", at)
                .param("n", number)
                .param("mark", mark)
                .param("post", id(ids, "post"))
                .param("who", who)
                .update();
    }

    /// What one account asked, was asked by its deputy, lent, and was told. Written as that account.
    static void belonging(
            JdbcClient jdbc, Map<String, String> ids, Map<String, String> kit, UUID at, int number, UUID account) {
        var post = "matrix.post" + number;
        request(jdbc, id(ids, "aprOwn"), at, account, post, "waiting", "");
        request(jdbc, id(ids, "aprBack"), at, account, post, "returned", "");
        request(jdbc, id(ids, "aprLent"), at, id(kit, "somebody"), post, "approved", "");
        jdbc.sql("""
                        insert into approval.vote (id, institution_id, version, request_id, requested_by, entered_by,
                            round, kind, choice, post_id, voter_id, principal_id, hash, strength, at)
                        values (:id, :at, 1, :request, :who, :who, 1, 'decision', 'approve', :post, uuidv7(), :account,
                                :hash, 'STEP_UP', now())""")
                .param("id", id(ids, "vote"))
                .param("at", at)
                .param("request", id(ids, "aprLent"))
                .param("who", id(kit, "somebody"))
                .param("post", id(kit, "post"))
                .param("account", account)
                .param("hash", HASH)
                .update();
        jdbc.sql("""
                        insert into approval.delegation (id, institution_id, version, post_id, principal_id, deputy_id,
                                                         valid_from, valid_until)
                        values (:id, :at, 1, :post, :account, uuidv7(), '2026-11-01', '2099-11-01')""")
                .param("id", id(ids, "deputy"))
                .param("at", at)
                .param("post", id(kit, "post"))
                .param("account", account)
                .update();
        jdbc.sql("""
                        insert into notice.message (id, institution_id, account_id, key, words, arguments, href, acts,
                                                    at)
                        values (:id, :at, :account, 'matrix:' || :id, 'notice.escalated', array['1', '件'], '/actions',
                                false, now())""")
                .param("id", id(ids, "notice"))
                .param("at", at)
                .param("account", account)
                .update();
    }

    private static void request(JdbcClient jdbc, UUID id, UUID at, UUID by, String matter, String status, String mark) {
        boolean granted = status.equals("approved");
        jdbc.sql("""
                        insert into approval.request (id, institution_id, version, code, subject_facts, title, asked,
                            risk, compensating, until, matter, hash, requested_by, entered_by, first_submitted_at,
                            submitted_at, round, status, proof, effective_from, original_from, decided_by, decided_at)
                        values (:id, :at, 1, 'Q-' || :id, '{}', '題' || :mark, '求', '危', '', '2027-03-31', :matter,
                            :hash, :by, :by, now(), now(), 1, :status, :proof, :from, :from, :decider,
                            case when cast(:proof as text) is not null then now() end)""")
                .param("id", id)
                .param("at", at)
                .param("by", by)
                .param("matter", matter)
                .param("hash", HASH)
                .param("mark", mark)
                .param("status", status)
                .param("proof", granted ? "here" : null, java.sql.Types.VARCHAR)
                .param("from", granted ? java.time.LocalDate.parse("2026-11-01") : null, java.sql.Types.DATE)
                .param("decider", granted ? UUID.randomUUID() : null, java.sql.Types.OTHER)
                .update();
    }

    private static UUID id(Map<String, String> ids, String name) {
        return UUID.fromString(java.util.Objects.requireNonNull(ids.get(name)));
    }
}
