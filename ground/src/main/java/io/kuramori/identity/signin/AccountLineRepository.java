package io.kuramori.identity.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts for those who look after them.
@Repository
class AccountLineRepository {

    private static final int MOST = 1000;
    private static final String LINES = """
            select a.id, a.version, a.email, a.name, a.password_hash = '!' as invited, a.locked_at,
                   a.totp_secret is not null as app, a.recovery_codes_left,
                   (select count(*) from identity.passkey p where p.account_id = a.id) as passkeys,
                   array(select distinct r.role from identity.role r
                         where r.account_id = a.id
                           and r.state = 'IN_FORCE' and r.valid_from <= :now and coalesce(r.valid_until > :now, true)
                         order by 1) as roles,
                   (select count(*) from identity.session s
                    where s.account_id = a.id and s.ended_at is null and s.strength = 'MULTI_FACTOR'
                      and s.created_at > :born and s.last_seen_at > :seen) as sessions,
                   (select max(s.last_seen_at) from identity.session s
                    where s.account_id = a.id and s.strength = 'MULTI_FACTOR') as last_seen_at,
                   a.password_off,
                   (select count(*) from identity.external_identity e
                    where e.account_id = a.id and e.unlinked_at is null) as directories
            from identity.account a
            where a.retired_on is null
            """;

    private final JdbcClient jdbc;

    AccountLineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccountLine> all(Instant now) {
        return asked(LINES + "order by a.name, a.id limit " + MOST, now)
                .query(AccountLineRepository::line)
                .list();
    }

    Optional<AccountLine> one(UUID id, Instant now) {
        return asked(LINES + "and a.id = :id", now)
                .param("id", id)
                .query(AccountLineRepository::line)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("born", now.minus(Sessions.ABSOLUTE).atOffset(ZoneOffset.UTC))
                .param("seen", now.minus(Sessions.IDLE).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);

        return value == null ? null : value.toInstant();
    }

    private static AccountLine line(ResultSet row, int index) throws SQLException {
        return new AccountLine(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("invited"),
                instant(row, "locked_at"),
                row.getBoolean("app"),
                row.getInt("passkeys"),
                row.getInt("recovery_codes_left"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getInt("sessions"),
                instant(row, "last_seen_at"),
                row.getBoolean("password_off"),
                row.getInt("directories"));
    }
}
