package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.RoleRepository.instant;
import static io.kuramori.identity.rights.RoleRepository.utc;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.RestrictedRecords;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;

@Repository
class StoredRestrictions implements RestrictedRecords {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    StoredRestrictions(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void restrict(Caller caller, String kind, InstitutionId institution, UUID record, Set<UUID> readers) {
        var all = new HashSet<>(readers);
        all.add(caller.actor().id());
        // The readers first: once it is restricted, nobody else may name them.
        change(caller, institution.value(), record, all);
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.restricted as r (id, institution_id, version, kind)
                        values (:record, :institution, 1, :kind)
                        on conflict (id) do update set version = r.version + 1, lifted_at = null
                        """)
                .param("record", record)
                .param("institution", institution.value())
                .param("kind", kind)
                .update();
    }

    @Override
    public void name(Caller caller, UUID record, Set<UUID> readers) {
        if (readers.isEmpty()) {
            throw new IllegalArgumentException("somebody must be able to read it");
        }
        var institution = institution(record);
        // Whom an emergency lets read may not change who reads.
        if (!readers(record).contains(caller.actor().id())) {
            throw new AccessDeniedException("only a named reader names readers");
        }
        change(caller, institution, record, readers);
    }

    @Override
    public void lift(UUID record) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.restricted set version = version + 1, lifted_at = :now
                        where id = :record and lifted_at is null
                        """)
                .param("now", utc(clock.instant()))
                .param("record", record)
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.restricted", record);
        }
    }

    @Override
    public Set<UUID> readers(UUID record) {
        return Set.copyOf(jdbc.sql("""
                        /* language=sql */
                        select d.account_id from identity.reader d
                        join identity.restricted r on r.id = d.record_id and r.lifted_at is null
                        where d.record_id = :record and d.removed_at is null
                        """)
                .param("record", record)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    public void noteRead(Caller caller, InstitutionId institution, UUID record) {
        var readers = transactions.read(caller, () -> readers(record));
        if (readers.isEmpty() || readers.contains(caller.actor().id())) {
            return;
        }
        transactions.write(
                caller,
                "identity.rights.reason.glass-read",
                () -> jdbc.sql("""
                        /* language=sql */
                        insert into identity.glass_read (id, institution_id, record_id, account_id, read_at)
                        values (:id, :institution, :record, :account, :now)
                        """)
                        .param("id", Generators.timeBasedEpochGenerator().generate())
                        .param("institution", institution.value())
                        .param("record", record)
                        .param("account", caller.actor().id())
                        .param("now", utc(clock.instant()))
                        .update());
    }

    @Override
    public List<GlassRead> glassReads(UUID record) {
        return jdbc.sql("""
                        /* language=sql */
                        select account_id, read_at from identity.glass_read
                        where record_id = :record order by read_at desc, id desc limit :most
                        """)
                .param("record", record)
                .param("most", MOST)
                .query((row, n) -> new GlassRead(row.getObject("account_id", UUID.class), instant(row, "read_at")))
                .list();
    }

    /// Adds who is missing and removes who is not wanted any more: oneself last, since who is no reader any more may
    /// not
    /// remove another.
    private void change(Caller caller, UUID institution, UUID record, Set<UUID> wanted) {
        var now = Set.copyOf(jdbc.sql("""
                        /* language=sql */
                        select account_id from identity.reader where record_id = :record and removed_at is null
                        """)
                .param("record", record)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
        for (UUID account : wanted) {
            if (!now.contains(account)) {
                jdbc.sql("""
                                /* language=sql */
                                insert into identity.reader (id, institution_id, version, record_id, account_id)
                                values (:id, :institution, 1, :record, :account)
                                """)
                        .param("id", Generators.timeBasedEpochGenerator().generate())
                        .param("institution", institution)
                        .param("record", record)
                        .param("account", account)
                        .update();
            }
        }
        var self = caller.actor().id();
        for (UUID account : now) {
            if (!wanted.contains(account) && !account.equals(self)) {
                remove(record, account);
            }
        }
        if (now.contains(self) && !wanted.contains(self)) {
            remove(record, self);
        }
    }

    private void remove(UUID record, UUID account) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.reader set version = version + 1, removed_at = :now
                        where record_id = :record and account_id = :account and removed_at is null
                        """)
                .param("now", utc(clock.instant()))
                .param("record", record)
                .param("account", account)
                .update();
        if (rows != 1) {
            throw new StaleRecord("identity.reader", record);
        }
    }

    private UUID institution(UUID record) {
        return jdbc.sql("select institution_id from identity.restricted where id = :record and lifted_at is null")
                .param("record", record)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .orElseThrow(() -> new StaleRecord("identity.restricted", record));
    }
}
