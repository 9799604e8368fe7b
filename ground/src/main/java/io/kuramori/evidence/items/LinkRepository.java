package io.kuramori.evidence.items;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.evidence.EvidenceLinks.Attached;
import io.kuramori.evidence.ItemKind;
import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkRepository {

    private static final int MOST = 200;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An attachment of an item.
    record Link(UUID id, UUID item, String kind, UUID record) {}

    void insert(InstitutionId institution, UUID item, String kind, UUID record) {
        jdbc.sql("""
                        /* language=sql */
                        insert into evidence.link (id, institution_id, version, item_id, record_kind, record_id)
                        values (:id, :institution, 1, :item, :kind, :record)
                        """)
                .param("id", ids.generate())
                .param("institution", institution.value())
                .param("item", item)
                .param("kind", kind)
                .param("record", record)
                .update();
    }

    boolean retire(UUID link, LocalDate day) {
        return jdbc.sql("""
                                /* language=sql */
                                update evidence.link set version = version + 1, retired_on = :day
                                where id = :id and retired_on is null
                                """).param("id", link).param("day", day).update() == 1;
    }

    Optional<Link> find(UUID link) {
        return jdbc.sql(
                        "select id, item_id, record_kind, record_id from evidence.link where id = :id and retired_on is null")
                .param("id", link)
                .query(LinkRepository::link)
                .optional();
    }

    List<Link> ofItem(UUID item) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, item_id, record_kind, record_id from evidence.link
                        where item_id = :item and retired_on is null order by id limit :most
                        """)
                .param("item", item)
                .param("most", MOST)
                .query(LinkRepository::link)
                .list();
    }

    List<Attached> ofRecord(String kind, UUID record) {
        return jdbc.sql("""
                        /* language=sql */
                        select l.id as link, i.* from evidence.link l join evidence.item i on i.id = l.item_id
                        where l.record_kind = :kind and l.record_id = :record and l.retired_on is null
                        order by i.received_at desc, i.id desc limit :most
                        """)
                .param("kind", kind)
                .param("record", record)
                .param("most", MOST)
                .query((row, n) -> new Attached(
                        row.getObject("link", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("title"),
                        ItemKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("collected_on", LocalDate.class),
                        row.getObject("retired_on", LocalDate.class)))
                .list();
    }

    private static Link link(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("record_kind"),
                row.getObject("record_id", UUID.class));
    }
}
