package io.kuramori.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import java.util.stream.Collectors;

/// Puts a made-up ledger into the database the way the application writes: as `kuramori_app`, under row-level
/// security, with the settings that the row triggers ask for, so that every row has its entry and its history. In
/// batches of multi-row inserts, which is faster than forms.
final class Loader {

    private static final int BATCH = 500;
    private static final UUID KURAMORI = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Connection connection;
    private final Ledger ledger;

    Loader(Connection connection, Ledger ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    void load(int systems) throws SQLException {
        connection.setAutoCommit(false);
        organization();
        try (var insert = connection.prepareStatement("""
                insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id, description,
                    confidentiality, integrity, availability, critical_operation, exposure, third_party, confirmed_on,
                    confirmed_by, retired_on, search_key, sort_key)
                values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            settle(connection, KURAMORI, scope());
            for (int i = 1; i <= systems; i++) {
                bind(insert, ledger.row(i));
                insert.addBatch();
                if (i % BATCH == 0 || i == systems) {
                    insert.executeBatch();
                    connection.commit();
                    settle(connection, KURAMORI, scope());
                }
            }
        }
        connection.commit();
    }

    private void organization() throws SQLException {
        settle(connection, KURAMORI, scope());
        try (var institution = connection.prepareStatement("""
                        insert into organization.institution (id, institution_id, code, version, parent_id, kind, name)
                        values (?, ?, ?, 1, ?, 'legal_entity', ?)
                        """);
                var post = connection.prepareStatement("""
                        insert into organization.post (id, institution_id, code, version, name) values (?, ?, ?, 1, ?)
                        """)) {
            for (int i = 0; i < Ledger.INSTITUTIONS; i++) {
                var id = ledger.institutions.get(i);
                institution.setObject(1, id);
                institution.setObject(2, id);
                institution.setString(3, "INST-%02d".formatted(i));
                institution.setObject(4, i == 0 ? null : ledger.institutions.getFirst(), Types.OTHER);
                institution.setString(5, i == 0 ? "みやこ金融グループ" : "みやこ第" + i + "銀行");
                institution.executeUpdate();
                for (int p = 0; p < Ledger.POSTS; p++) {
                    post.setObject(1, ledger.posts.get(i).get(p));
                    post.setObject(2, id);
                    post.setString(3, "P" + p);
                    post.setString(4, "第" + p + "システム部長");
                    post.executeUpdate();
                }
            }
        }
        connection.commit();
    }

    private static void bind(PreparedStatement insert, Ledger.Row row) throws SQLException {
        int at = 1;
        insert.setObject(at++, row.id());
        insert.setObject(at++, row.institution());
        insert.setString(at++, row.code());
        insert.setString(at++, row.name());
        insert.setString(at++, row.kind());
        insert.setObject(at++, row.owner(), Types.OTHER);
        insert.setString(at++, row.description());
        insert.setInt(at++, row.confidentiality());
        insert.setInt(at++, row.integrity());
        insert.setInt(at++, row.availability());
        insert.setBoolean(at++, row.critical());
        insert.setString(at++, row.exposure());
        insert.setString(at++, row.thirdParty());
        insert.setObject(at++, row.confirmedOn(), Types.DATE);
        insert.setString(at++, row.confirmedOn() == null ? null : "計測 太郎");
        insert.setObject(at++, row.retiredOn(), Types.DATE);
        insert.setString(at++, row.searchKey());
        insert.setString(at, row.sortKey());
    }

    private String scope() {
        return ledger.institutions.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /// What the transaction template of the application sets.
    static void settle(Connection connection, UUID actor, String scope) throws SQLException {
        try (var settings = connection.prepareStatement("""
                select set_config('kuramori.scope', ?, true), set_config('kuramori.actor', ?, true),
                       set_config('kuramori.actor_kind', 'PERSON', true),
                       set_config('kuramori.strength', 'MULTI_FACTOR', true),
                       set_config('kuramori.reason', 'measurement', true)
                """)) {
            settings.setString(1, scope);
            settings.setString(2, actor.toString());
            settings.execute();
        }
    }
}
