package io.kuramori.organization.internal;

import io.kuramori.identity.PostHolders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who holds which posts, read through a reviewed function that knows no scope.
@Repository
class StoredHolders implements PostHolders {

    private final JdbcClient jdbc;

    StoredHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> heldBy(UUID account, Instant now) {
        return Set.copyOf(jdbc.sql("select held from organization.posts_held_by(:account, :now) held")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .set());
    }
}
