package io.kuramori.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Who came from a directory and waits to be linked: the newest five hundred, thirty days long.
@Repository
class ExternalArrivalRepository {

    static final int MOST = 500;
    static final Duration LIFE = Duration.ofDays(30);

    private static final String SELECT =
            "select id, issuer, subject, name, email, last_seen_at from identity.external_arrival ";

    private final JdbcClient jdbc;

    ExternalArrivalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps who came, or that they came again.
    ExternalArrival keep(ExternalArrival arrival) {
        jdbc.sql("""
                        /* language=sql */
                        delete from identity.external_arrival
                        where last_seen_at < :old or id in (
                            select id from identity.external_arrival order by last_seen_at desc offset :most)
                        """)
                .param("old", arrival.lastSeenAt().minus(LIFE).atOffset(ZoneOffset.UTC))
                .param("most", MOST - 1)
                .update();
        return read(jdbc.sql("""
                        /* language=sql */
                        insert into identity.external_arrival as kept (id, issuer, subject, name, email, last_seen_at)
                        values (:id, :issuer, :subject, :name, :email, :at)
                        on conflict (issuer, subject) do update
                        set name = excluded.name, email = excluded.email, last_seen_at = excluded.last_seen_at
                        returning id, issuer, subject, name, email, last_seen_at
                        """)
                        .param("id", arrival.id())
                        .param("issuer", arrival.issuer())
                        .param("subject", arrival.subject())
                        .param("name", arrival.name())
                        .param("email", arrival.email())
                        .param("at", arrival.lastSeenAt().atOffset(ZoneOffset.UTC)))
                .getFirst();
    }

    List<ExternalArrival> all(Instant now) {
        return read(jdbc.sql(SELECT + "where last_seen_at >= :old order by last_seen_at desc, id limit " + MOST)
                .param("old", now.minus(LIFE).atOffset(ZoneOffset.UTC)));
    }

    Optional<ExternalArrival> find(UUID id) {
        return read(jdbc.sql(SELECT + "where id = :id").param("id", id)).stream()
                .findFirst();
    }

    /// False when somebody took it in the meantime.
    boolean take(UUID id) {
        return jdbc.sql("delete from identity.external_arrival where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static List<ExternalArrival> read(StatementSpec asked) {
        return asked.query((row, index) -> new ExternalArrival(
                        row.getObject("id", UUID.class),
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
