package io.kuramori.asset.releases;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.ReleaseId;
import io.kuramori.engine.matching.sbom.Format;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows derived from SBOMs: `asset.sbom`, `asset.component`, `asset.release_component`.
@Repository
public class ComponentRepository {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;

    ComponentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes the identities that are new; in the order of their text, so that two SBOMs at once do not lock each other.
    ///
    /// @return the new ones
    Set<UUID> remember(Collection<Identity> identities) {
        Set<UUID> made = new HashSet<>();
        for (var some : parts(identities)) {
            made.addAll(jdbc.sql("""
                            /* language=sql */
                            insert into asset.component (id, identity, purl, name, release)
                            select * from unnest(cast(:ids as uuid[]), cast(:identities as text[]), cast(:purls as text[]),
                                                 cast(:names as text[]), cast(:releases as text[]))
                            on conflict do nothing returning id
                            """)
                    .param(
                            "ids",
                            some.stream()
                                    .map(one ->
                                            Generators.timeBasedEpochGenerator().generate())
                                    .toArray(UUID[]::new))
                    .param("identities", some.stream().map(Identity::identity).toArray(String[]::new))
                    .param("purls", some.stream().map(Identity::purl).toArray(String[]::new))
                    .param("names", some.stream().map(Identity::name).toArray(String[]::new))
                    .param("releases", some.stream().map(Identity::release).toArray(String[]::new))
                    .query(UUID.class)
                    .list());
        }
        return made;
    }

    /// Adds the CPE names that components were not known by; in the order of their identities, as above.
    ///
    /// @return those that got one
    Set<UUID> learn(Collection<Identity> identities) {
        Set<UUID> learnt = new HashSet<>();
        for (var some : parts(identities)) {
            var names = some.stream()
                    .flatMap(one -> one.cpes().stream().map(cpe -> Map.entry(one.identity(), cpe)))
                    .toList();
            learnt.addAll(jdbc.sql("""
                            /* language=sql */
                            insert into asset.component_cpe (component_id, cpe)
                            select c.id, given.cpe
                            from unnest(cast(:identities as text[]), cast(:cpes as text[])) as given (identity, cpe)
                            join asset.component c on c.identity = given.identity
                            where not exists (select from asset.component_cpe known
                                              where known.component_id = c.id and known.cpe = given.cpe)
                            order by given.identity, given.cpe
                            on conflict do nothing returning component_id
                            """)
                    .param("identities", names.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param("cpes", names.stream().map(Map.Entry::getValue).toArray(String[]::new))
                    .query(UUID.class)
                    .list());
        }
        return learnt;
    }

    private static List<List<Identity>> parts(Collection<Identity> identities) {
        var sorted = identities.stream()
                .sorted(Comparator.comparing(Identity::identity))
                .toList();
        List<List<Identity>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            parts.add(sorted.subList(from, Math.min(sorted.size(), from + BATCH)));
        }
        return parts;
    }

    /// Puts the list of components in the place of the one before.
    void replace(ReleaseId release, @Nullable UUID institution, Collection<Identity> identities) {
        jdbc.sql("delete from asset.release_component where release_id = :release")
                .param("release", release.value())
                .update();
        for (var some : parts(identities)) {
            jdbc.sql("""
                            /* language=sql */
                            insert into asset.release_component (release_id, component_id, institution_id, pointer)
                            select :release, c.id, cast(:institution as uuid), given.pointer
                            from unnest(cast(:identities as text[]), cast(:pointers as text[])) as given (identity, pointer)
                            join asset.component c on c.identity = given.identity
                            """)
                    .param("release", release.value())
                    .param("institution", institution, Types.OTHER)
                    .param("identities", some.stream().map(Identity::identity).toArray(String[]::new))
                    .param("pointers", some.stream().map(Identity::pointer).toArray(String[]::new))
                    .update();
        }
    }

    void supersede(ReleaseId release, Instant at) {
        jdbc.sql("update asset.sbom set superseded_at = :at where release_id = :release and superseded_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("release", release.value())
                .update();
    }

    /// @param remarks JSON of the first of them
    /// @param ticket number of the receipt; null when a person attached it
    /// @return the row's id
    UUID attach(
            Attached sbom,
            ReleaseId release,
            @Nullable UUID institution,
            String remarks,
            int remarkCount,
            @Nullable Long ticket) {
        var id = Generators.timeBasedEpochGenerator().generate();
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.sbom (id, institution_id, release_id, sha256, size, format, spec_version,
                            serial, components, unidentified, attached_at, attached_by, remarks, remark_count,
                            ticket_number)
                        values (:id, :institution, :release, :sha256, :size, :format, :spec, :serial, :components,
                            :unidentified, :at, :by, cast(:remarks as jsonb), :remarkCount, :ticket)
                        """)
                .param("id", id)
                .param("remarks", remarks)
                .param("remarkCount", remarkCount)
                .param("ticket", ticket, Types.BIGINT)
                .param("institution", institution, Types.OTHER)
                .param("release", release.value())
                .param("sha256", sbom.sha256())
                .param("size", sbom.size())
                .param("format", sbom.format().name())
                .param("spec", sbom.specVersion())
                .param("serial", sbom.serial(), Types.VARCHAR)
                .param("components", sbom.components())
                .param("unidentified", sbom.unidentified())
                .param("at", sbom.at().atOffset(ZoneOffset.UTC))
                .param("by", sbom.by())
                .update();
        return id;
    }

    /// The SBOM in force.
    Optional<Attached> inForce(ReleaseId release) {
        return jdbc.sql("""
                        /* language=sql */
                        select * from asset.sbom where release_id = :release and superseded_at is null
                        """)
                .param("release", release.value())
                .query((row, n) -> new Attached(
                        row.getString("sha256"),
                        row.getLong("size"),
                        Format.valueOf(row.getString("format")),
                        row.getString("spec_version"),
                        row.getString("serial"),
                        row.getInt("components"),
                        row.getInt("unidentified"),
                        row.getObject("attached_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        row.getString("attached_by")))
                .optional();
    }

    /// The components of a release by name; those no advisory can reach first.
    List<Identity> of(ReleaseId release, int most) {
        return jdbc.sql("""
                        /* language=sql */
                        select k.identity, c.purl, c.cpes, c.name, c.release, rc.pointer
                        from asset.release_component rc join asset.component k on k.id = rc.component_id
                        join asset.face_component c on c.id = k.id
                        where rc.release_id = :release
                        order by c.purl is not null or cardinality(c.cpes) > 0, c.name, c.release limit :most
                        """)
                .param("release", release.value())
                .param("most", most)
                .query((row, n) -> new Identity(
                        row.getString("identity"),
                        row.getString("purl"),
                        List.of((String[]) row.getArray("cpes").getArray()),
                        row.getString("name"),
                        row.getString("release"),
                        row.getString("pointer")))
                .list();
    }

    /// A component's identity and where an SBOM names it.
    ///
    /// @param purl canonical; null when it has none that can be read
    /// @param cpes sorted; empty when it has none that can be read; with neither, no advisory can reach it
    public record Identity(
            String identity,
            @Nullable String purl,
            List<String> cpes,
            String name,
            @Nullable String release,
            String pointer) {

        public Identity {
            cpes = List.copyOf(cpes);
        }

        /// Whether an advisory can reach it at all.
        public boolean identified() {
            return purl != null || !cpes.isEmpty();
        }

        /// What an advisory reaches it by: the purl, else the first CPE name; null without either.
        public @Nullable String identifier() {
            return purl != null || cpes.isEmpty() ? purl : cpes.getFirst();
        }

        /// Known by the other's names too.
        Identity and(Identity other) {
            var all = Stream.concat(cpes.stream(), other.cpes.stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Identity(identity, purl, all, name, release, pointer);
        }
    }

    /// @param unidentified components without a purl or CPE that can be read
    public record Attached(
            String sha256,
            long size,
            Format format,
            String specVersion,
            @Nullable String serial,
            int components,
            int unidentified,
            Instant at,
            String by) {

        /// The form it is written in, such as `SPDX 2.3 JSON`.
        public String form() {
            return format.name(specVersion);
        }
    }
}
