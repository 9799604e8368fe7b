package io.kuramori.evidence.items;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.identity.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The custody ledger; entries are added only.
@Repository
class CustodyRepository {

    private static final int MOST = 1_000;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;

    CustodyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID newId() {
        return ids.generate();
    }

    void enter(InstitutionId institution, UUID item, Custody entry) {
        jdbc.sql("""
                        /* language=sql */
                        insert into evidence.custody (id, institution_id, version, item_id, act, at, done_on, account_id,
                            who, why, place)
                        values (:id, :institution, 1, :item, :act, :at, :done, :account, :who, :why, :place)
                        """)
                .param("id", entry.id())
                .param("institution", institution.value())
                .param("item", item)
                .param("act", entry.act().name().toLowerCase(Locale.ROOT))
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("done", entry.doneOn())
                .param("account", entry.account())
                .param("who", entry.who())
                .param("why", entry.why())
                .param("place", entry.place())
                .update();
    }

    /// The newest first.
    List<Custody> of(UUID item) {
        return jdbc.sql("""
                        /* language=sql */
                        select * from evidence.custody where item_id = :item order by at desc, id desc limit :most
                        """)
                .param("item", item)
                .param("most", MOST)
                .query(CustodyRepository::read)
                .list();
    }

    /// Whether the account has looked at it that day.
    boolean viewed(UUID item, UUID account, LocalDate day) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from evidence.custody
                                       where item_id = :item and act = 'viewed' and account_id = :account
                                         and done_on = :day)
                        """)
                .param("item", item)
                .param("account", account)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static Custody read(ResultSet row, int number) throws SQLException {
        return new Custody(
                row.getObject("id", UUID.class),
                Custody.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("done_on", LocalDate.class),
                row.getObject("account_id", UUID.class),
                row.getString("who"),
                row.getString("why"),
                row.getString("place"));
    }
}
