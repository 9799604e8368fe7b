package io.kuramori.asset.releases;

import io.kuramori.asset.SystemId;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;

/// Whoever answers for a system that runs a release may say what it is made of; as long as none runs it, the post that
/// was made to answer for it. Asked inside the caller's open transaction.
@Repository
class ReleaseRights {

    private static final int MOST = 2_000;

    private final OwnRecords own;
    private final JdbcClient jdbc;

    ReleaseRights(OwnRecords own, JdbcClient jdbc) {
        this.own = own;
        this.jdbc = jdbc;
    }

    void demandAdd(Caller caller, @Nullable UUID institution) {
        own.demand(caller, Right.CHANGE_LEDGERS, institution == null ? null : new InstitutionId(institution), null);
    }

    /// What is not in scope is left to the act itself, which finds nothing.
    void demandRun(Caller caller, SystemId system) {
        jdbc.sql("select id, institution_id, owner_post_id from asset.system where id = :id")
                .param("id", system.value())
                .query(ReleaseRights::owned)
                .optional()
                .ifPresent(one -> own.demand(caller, Right.CHANGE_LEDGERS, one.institution(), one.post()));
    }

    void demandAttach(Caller caller, Release release) {
        if (!attachable(caller, release)) {
            throw new AccessDeniedException("no system of the caller runs the release");
        }
    }

    boolean attachable(Caller caller, Release release) {
        var institution = release.institution();
        var covered = own.of(caller, Right.ATTACH_SBOM);
        return covered.covers(institution == null ? null : new InstitutionId(institution), release.owner())
                || running(release).stream().anyMatch(one -> covered.covers(one.institution(), one.post()));
    }

    /// The systems that run it and that the caller may change.
    Set<UUID> changeable(Caller caller, Release release) {
        var covered = own.of(caller, Right.CHANGE_LEDGERS);
        return running(release).stream()
                .filter(one -> covered.covers(one.institution(), one.post()))
                .map(Owned::system)
                .collect(Collectors.toSet());
    }

    private List<Owned> running(Release release) {
        return jdbc.sql("""
                        /* language=sql */
                        select s.id, s.institution_id, s.owner_post_id
                        from asset.system_release sr join asset.system s on s.id = sr.system_id
                        where sr.release_id = :release and s.retired_on is null limit :most
                        """)
                .param("release", release.id().value())
                .param("most", MOST)
                .query(ReleaseRights::owned)
                .list();
    }

    private static Owned owned(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Owned(
                row.getObject("id", UUID.class),
                new InstitutionId(row.getObject("institution_id", UUID.class)),
                row.getObject("owner_post_id", UUID.class));
    }

    private record Owned(
            UUID system,
            InstitutionId institution,
            @Nullable UUID post) {}
}
