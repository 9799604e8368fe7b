package io.kuramori.asset.releases;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.ReleaseId;
import io.kuramori.engine.matching.sbom.Format;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    void remember(Collection<Identity> identities) {
        var sorted = identities.stream()
                .sorted(Comparator.comparing(Identity::identity))
                .toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            var some = sorted.subList(from, Math.min(sorted.size(), from + BATCH));
            jdbc.sql("""
                            /* language=sql */
                            insert into asset.component (id, identity, purl, cpe, name, release)
                            select * from unnest(cast(:ids as uuid[]), cast(:identities as text[]), cast(:purls as text[]),
                                                 cast(:cpes as text[]), cast(:names as text[]), cast(:releases as text[]))
                            on conflict do nothing
                            """)
                    .param(
                            "ids",
                            some.stream()
                                    .map(one ->
                                            Generators.timeBasedEpochGenerator().generate())
                                    .toArray(UUID[]::new))
                    .param("identities", some.stream().map(Identity::identity).toArray(String[]::new))
                    .param("purls", some.stream().map(Identity::purl).toArray(String[]::new))
                    .param("cpes", some.stream().map(Identity::cpe).toArray(String[]::new))
                    .param("names", some.stream().map(Identity::name).toArray(String[]::new))
                    .param("releases", some.stream().map(Identity::release).toArray(String[]::new))
                    .update();
        }
    }

    /// Gives a CPE to components that were known without one; in the order of their identities, as above.
    ///
    /// @return those that got one
    Set<UUID> learn(Collection<Identity> identities) {
        var named = identities.stream()
                .filter(one -> one.purl() != null && one.cpe() != null)
                .sorted(Comparator.comparing(Identity::identity))
                .toList();
        Set<UUID> learnt = new HashSet<>();
        for (int from = 0; from < named.size(); from += BATCH) {
            var some = named.subList(from, Math.min(named.size(), from + BATCH));
            learnt.addAll(jdbc.sql("""
                            /* language=sql */
                            with unnamed as materialized (
                                select c.id, given.cpe
                                from unnest(cast(:identities as text[]), cast(:cpes as text[])) as given (identity, cpe)
                                join asset.component c on c.identity = given.identity
                                where c.cpe is null order by c.identity for update of c)
                            update asset.component c set cpe = unnamed.cpe from unnamed
                            where c.id = unnamed.id and c.cpe is null returning c.id
                            """)
                    .param("identities", some.stream().map(Identity::identity).toArray(String[]::new))
                    .param("cpes", some.stream().map(Identity::cpe).toArray(String[]::new))
                    .query(UUID.class)
                    .list());
        }
        return learnt;
    }

    /// Puts the list of components in the place of the one before.
    void replace(ReleaseId release, @Nullable UUID institution, Collection<Identity> identities) {
        jdbc.sql("delete from asset.release_component where release_id = :release")
                .param("release", release.value())
                .update();
        var all = List.copyOf(identities);
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(all.size(), from + BATCH));
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

    void attach(Attached sbom, ReleaseId release, @Nullable UUID institution) {
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.sbom (id, institution_id, release_id, sha256, size, format, spec_version,
                            serial, components, unidentified, attached_at, attached_by)
                        values (:id, :institution, :release, :sha256, :size, :format, :spec, :serial, :components,
                            :unidentified, :at, :by)
                        """)
                .param("id", Generators.timeBasedEpochGenerator().generate())
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
                        select c.identity, c.purl, c.cpe, c.name, c.release, rc.pointer
                        from asset.release_component rc join asset.component c on c.id = rc.component_id
                        where rc.release_id = :release
                        order by coalesce(c.purl, c.cpe) is not null, c.name, c.release limit :most
                        """)
                .param("release", release.value())
                .param("most", most)
                .query((row, n) -> new Identity(
                        row.getString("identity"),
                        row.getString("purl"),
                        row.getString("cpe"),
                        row.getString("name"),
                        row.getString("release"),
                        row.getString("pointer")))
                .list();
    }

    /// A component's identity and where an SBOM names it.
    ///
    /// @param purl canonical; null when it has none that can be read
    /// @param cpe null when it has none that can be read; with neither, no advisory can reach it
    public record Identity(
            String identity,
            @Nullable String purl,
            @Nullable String cpe,
            String name,
            @Nullable String release,
            String pointer) {

        /// Whether an advisory can reach it at all.
        public boolean identified() {
            return purl != null || cpe != null;
        }

        Identity with(@Nullable String learnt) {
            return new Identity(identity, purl, learnt, name, release, pointer);
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
