package io.kuramori.evidence.items;

import io.kuramori.database.SearchKey;
import io.kuramori.evidence.ItemKind;
import io.kuramori.evidence.items.Item.Content;
import io.kuramori.evidence.items.Item.Facts;
import io.kuramori.evidence.items.Item.Looking;
import io.kuramori.evidence.items.Item.Reference;
import io.kuramori.evidence.items.Item.StoredFile;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ItemRepository {

    private final JdbcClient jdbc;

    ItemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next code of an institution's series: `EVD-0001`.
    String nextCode(InstitutionId institution) {
        int number = jdbc.sql("""
                        /* language=sql */
                        insert into evidence.code_series as series (institution_id, last) values (:institution, 1)
                        on conflict (institution_id) do update set last = series.last + 1
                        returning last
                        """)
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
        return "EVD-%04d".formatted(number);
    }

    Optional<Item> find(UUID id) {
        return jdbc.sql("select * from evidence.item where id = :id")
                .param("id", id)
                .query(ItemRepository::read)
                .optional();
    }

    Optional<Item> find(InstitutionId institution, String code) {
        return jdbc.sql("select * from evidence.item where institution_id = :institution and code = :code")
                .param("institution", institution.value())
                .param("code", code)
                .query(ItemRepository::read)
                .optional();
    }

    List<Item> withCode(String code) {
        return jdbc.sql("select * from evidence.item where code = :code order by id limit 2")
                .param("code", code)
                .query(ItemRepository::read)
                .list();
    }

    /// Other items in sight that keep the same bytes.
    List<Item> same(String sha256, UUID but) {
        return jdbc.sql("select * from evidence.item where sha256 = :sha256 and id <> :but order by code, id limit 20")
                .param("sha256", sha256)
                .param("but", but)
                .query(ItemRepository::read)
                .list();
    }

    void insert(Item item) {
        jdbc.sql("""
                        /* language=sql */
                        insert into evidence.item (id, institution_id, version, code, title, shows, owner_post_id,
                            covers_from, covers_to, collected_on, collected_by, received_at, received_by, kind, sha256,
                            size, file_name, sniffed_type, declared_type, types_agree, looked, individual_numbers,
                            card_numbers, accepted_reason, document_number, document_version, document_place,
                            document_sha256, search_key)
                        values (:id, :institution, 1, :code, :title, :shows, :owner, :from, :to, :collected, :collectedBy,
                            :received, :receivedBy, :kind, :sha256, :size, :name, :sniffed, :declared, :agrees, :looked,
                            :individual, :cards, :reason, :number, :edition, :place, :documentSha256, :key)
                        """).params(values(item)).update();
    }

    /// @throws StaleRecord when it is no longer the version that was read
    void update(Item item) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update evidence.item
                        set version = version + 1, title = :title, shows = :shows, owner_post_id = :owner,
                            covers_from = :from, covers_to = :to, collected_on = :collected,
                            collected_by = :collectedBy, document_place = :place, retired_on = :retired,
                            search_key = :key
                        where id = :id and version = :version
                        """).params(values(item)).update();
        if (rows != 1) {
            throw new StaleRecord("evidence.item", item.id());
        }
    }

    private static Map<String, @Nullable Object> values(Item item) {
        var values = new HashMap<String, @Nullable Object>();
        var facts = item.facts();
        values.put("id", item.id());
        values.put("version", item.version());
        values.put("institution", item.institution().value());
        values.put("code", item.code());
        values.put("title", facts.title());
        values.put("shows", facts.shows());
        values.put("owner", facts.owner().value());
        values.put("from", facts.from());
        values.put("to", facts.to());
        values.put("collected", facts.collected());
        values.put("collectedBy", facts.collectedBy());
        values.put("received", item.received().atOffset(ZoneOffset.UTC));
        values.put("receivedBy", item.receivedBy());
        values.put("retired", item.retiredOn());
        values.put("kind", item.content().kind().name().toLowerCase(Locale.ROOT));
        var file = item.content() instanceof StoredFile each ? each : null;
        values.put("sha256", file == null ? null : file.sha256());
        values.put("size", file == null ? null : file.size());
        values.put("name", file == null ? null : file.name());
        values.put("sniffed", file == null ? null : file.sniffed());
        values.put("declared", file == null ? null : file.declared());
        values.put("agrees", file == null ? null : file.agrees());
        values.put("looked", file == null ? null : file.looked().name().toLowerCase(Locale.ROOT));
        values.put("individual", file == null ? null : file.individual());
        values.put("cards", file == null ? null : file.cards());
        values.put("reason", file == null ? null : file.reason());
        var paper = item.content() instanceof Reference each ? each : null;
        values.put("number", paper == null ? null : paper.number());
        values.put("edition", paper == null ? null : paper.edition());
        values.put("place", paper == null ? null : paper.place());
        values.put("documentSha256", paper == null ? null : paper.sha256());
        values.put("key", key(item, file == null ? null : file.name(), paper == null ? null : paper.number()));
        return values;
    }

    private static String key(Item item, @Nullable String name, @Nullable String number) {
        return SearchKey.of(item.code(), item.facts().title(), item.facts().shows(), name, number);
    }

    private static Item read(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new InstitutionId(row.getObject("institution_id", UUID.class)),
                row.getString("code"),
                new Facts(
                        row.getString("title"),
                        row.getString("shows"),
                        new PostId(row.getObject("owner_post_id", UUID.class)),
                        row.getObject("covers_from", LocalDate.class),
                        row.getObject("covers_to", LocalDate.class),
                        row.getObject("collected_on", LocalDate.class),
                        row.getString("collected_by")),
                content(row),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_by", UUID.class),
                row.getObject("retired_on", LocalDate.class));
    }

    private static Content content(ResultSet row) throws SQLException {
        return switch (ItemKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))) {
            case FILE ->
                new StoredFile(
                        Objects.requireNonNull(row.getString("sha256")),
                        row.getLong("size"),
                        Objects.requireNonNull(row.getString("file_name")),
                        row.getString("sniffed_type"),
                        row.getString("declared_type"),
                        row.getBoolean("types_agree"),
                        Looking.valueOf(row.getString("looked").toUpperCase(Locale.ROOT)),
                        row.getLong("individual_numbers"),
                        row.getLong("card_numbers"),
                        row.getString("accepted_reason"));
            case REFERENCE ->
                new Reference(
                        Objects.requireNonNull(row.getString("document_number")),
                        row.getString("document_version"),
                        Objects.requireNonNull(row.getString("document_place")),
                        row.getString("document_sha256"));
        };
    }
}
