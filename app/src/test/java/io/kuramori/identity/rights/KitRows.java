package io.kuramori.identity.rights;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One record of every kind in one institution, straight into the tables.
final class KitRows {

    private KitRows() {}

    /// @param mark stands in the name of everything that another institution must not be shown; bodies of the parent
    ///     are shown by name on purpose, since its committees and posts may decide for those below
    static void insert(JdbcClient jdbc, Map<String, String> ids, UUID at, int number, String mark) {
        String[] statements = {
            """
            insert into organization.department (id, institution_id, code, version, name)
            values (:department, :at, 'D' || :n, 1, '部' || :mark)""",
            """
            insert into organization.post (id, institution_id, code, version, name)
            values (:post, :at, 'K' || :n, 1, '役' || :n)""",
            """
            insert into organization.person (id, institution_id, code, version, name, reading)
            values (:person, :at, 'E' || :n, 1, '人' || :mark, 'ひと')""",
            """
            insert into organization.appointment (id, institution_id, version, person_id, post_id, kind, valid_from)
            values (:appointment, :at, 1, :person, :post, 'principal', '2026-01-01')""",
            """
            insert into organization.post (id, institution_id, code, version, name)
            values (:idle, :at, 'I' || :n, 1, '閑' || :n)""",
            """
            insert into organization.person (id, institution_id, code, version, name, reading)
            values (:stranger, :at, 'X' || :n, 1, '客' || :mark, 'きゃく')""",
            """
            insert into organization.committee (id, institution_id, code, version, name, level, quorum)
            values (:committee, :at, 'C' || :n, 1, '会' || :n, 'management', 1)""",
            """
            insert into organization.committee_member (id, institution_id, version, committee_id, post_id, role,
                                                       valid_from)
            values (:seat, :at, 1, :committee, :post, 'member', '2026-01-01')""",
            """
            insert into organization.committee_meeting (id, institution_id, version, committee_id, held_on, subject)
            values (:meeting, :at, 1, :committee, '2099-01-05', '題' || :mark)""",
            """
            insert into organization.authority_table (id, institution_id, version, edition, title, effective_from)
            values (:edition, :at, 1, :n, '表' || :mark, '2099-04-01')""",
            """
            insert into organization.authority_rule (id, institution_id, version, table_id, decision, article, post_id)
            values (:rule, :at, 1, :edition, 'exception', '第1条' || :mark, :post)""",
            """
            insert into organization.special_day (id, institution_id, version, day, open, name)
            values (:day, :at, 1, date '2099-02-01' + :n, false, '日' || :mark)""",
            """
            insert into organization.parameter (id, institution_id, version, name, amount, effective_from, article,
                                                resolution)
            values (:parameter, :at, 1, 'approval.ending.notice', 40, date '2099-03-01' + :n, '第1条' || :mark,
                    '議' || :mark)""",
            """
            insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id, confidentiality,
                                      integrity, availability, exposure, search_key, sort_key)
            values (:systemId, :at, 'S' || :n, 1, '系' || :mark, 'information_system', :post, 1, 1, 1, 'none',
                    '系' || :mark, '系' || :n)""",
            """
            insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id, confidentiality,
                                      integrity, availability, exposure, search_key, sort_key)
            values (:otherId, :at, 'T' || :n, 1, '次' || :mark, 'information_system', :post, 1, 1, 1, 'none',
                    '次' || :mark, '次' || :n)""",
            """
            insert into asset.software (id, institution_id, code, version, name, search_key)
            values (:softwareId, :at, 'W' || :n, 1, '品' || :mark, '品')""",
            """
            insert into asset.release (id, institution_id, code, version, software_id, label, search_key)
            values (:releaseId, :at, 'R' || :n, 1, :softwareId, '版' || :mark, '版')""",
            """
            insert into asset.system_release (id, institution_id, version, system_id, release_id)
            values (uuidv7(), :at, 1, :systemId, :releaseId)""",
            """
            insert into asset.sbom_ticket (id, institution_id, release_id, sha256, size, state, received_at,
                                           received_by, actor_id, finished_at)
            values (:ticket, :at, :releaseId, repeat('0', 64), 1, 'failed', now(), '人' || :mark, uuidv7(), now())""",
            """
            insert into asset.component (id, identity, name) values (:department, 'name:' || :n, '部品')""",
            """
            insert into vulnerability.advisory (id, group_key, aliases, summary, severity, sha256, raw, imported_at)
            values ('OSV-' || :n, 'CVE-' || :n, '{}', '概要', 'high', 'x', decode(
                '1f8b0800000000000203ab56ca4c51b252f20f0ed33554d251cacd4fc94ccb4c050919191899e91a18025188818115184529d50200febb565930000000', 'hex'), now())""",
            """
            insert into vulnerability.finding (id, institution_id, code, release_id, component_id, group_key,
                                               advisory_id, status, state, severity, found_at)
            values (uuidv7(), :at, 'F' || :n, :releaseId, :department, 'CVE-' || :n, 'OSV-' || :n, 'affected', 'open',
                    'high', now())""",
            """
            insert into exchange.import (id, institution_id, version, scope, actor_id, kind, file_name, sha256, added,
                                         changed, unchanged, applied_at)
            values (:done, :at, 1, array[cast(:at as uuid)], uuidv7(), 'systems', 'f' || :mark, 'x', 0, 0, 0, now())""",
            """
            insert into work.job (id, kind, params, institution_ids, actor_id, actor_kind, actor_strength, started_by,
                                  state, created_at, finished_at, error_reference)
            values (:job, 'vulnerability.job.import', '{}', array[cast(:at as uuid)], uuidv7(), 'PERSON',
                    'MULTI_FACTOR', '人' || :mark, 'FAILED', now(), now(), 'x')""",
            """
            insert into identity.account (id, version, email, name, password_hash, password_set_at)
            values (:somebody, 1, 'somebody' || :n || '@example.jp', '某' || :n, 'none', now())""",
            """
            insert into identity.role (id, institution_id, version, account_id, role, valid_from)
            values (:grant, :at, 1, :somebody, 'SYSTEM_OWNER', now())""",
            """
            insert into identity.role (id, institution_id, version, account_id, role, valid_from, state, lapses_at, reason)
            values (:asked, :at, 1, :somebody, 'ANALYST', now(), 'REQUESTED', now() + interval '5 days',
                    '由' || :mark)""",
            """
            insert into evidence.item (id, institution_id, version, code, title, shows, owner_post_id, covers_from,
                                       covers_to, collected_on, received_at, received_by, kind, document_number,
                                       document_place, search_key)
            values (:evidence, :at, 1, 'EVD-900' || :n, '証' || :mark, '', :post, '2026-04-01', '2026-09-30',
                    '2026-10-01', now(), uuidv7(), 'reference', 'D' || :n, '書庫', 'x')""",
            """
            insert into evidence.link (id, institution_id, version, item_id, record_kind, record_id)
            values (:evidenceLink, :at, 1, :evidence, 'system', :systemId)""",
            // Asked for tomorrow, so that it still waits when it is cancelled.
            """
            insert into work.job (id, kind, params, institution_ids, actor_id, actor_kind, actor_strength, started_by,
                                  state, created_at)
            values (:waiting, 'vulnerability.job.import', '{}', array[cast(:at as uuid)], uuidv7(), 'PERSON',
                    'MULTI_FACTOR', '人' || :mark, 'QUEUED', now() + interval '1 day')""",
        };
        for (String sql : statements) {
            var statement = jdbc.sql(sql).param("at", at).param("n", number).param("mark", mark);
            for (var id : ids.entrySet()) {
                if (sql.matches("(?s).*:" + id.getKey() + "\\b.*")) {
                    statement = statement.param(id.getKey(), uuid(id.getValue()));
                }
            }
            statement.update();
        }
    }

    private static Object uuid(String text) {
        return text.length() == 36 ? UUID.fromString(text) : text;
    }
}
