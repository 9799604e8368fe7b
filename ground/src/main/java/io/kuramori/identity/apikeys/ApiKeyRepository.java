package io.kuramori.identity.apikeys;

import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Service accounts and keys.
@Repository
class ApiKeyRepository {

    private static final String SERVICES = """
            select s.id, s.version, s.name, s.purpose, s.created_at, s.retired_at,
                   (select count(*) from identity.api_key k
                    where k.service_account_id = s.id and k.revoked_at is null and k.expires_at > :now) as live_keys
            from identity.service_account s
            """;
    private static final String KEYS = """
            select k.id, k.version, k.service_account_id, k.institution_id, k.name, k.hint, k.permissions, k.created_at,
                   k.expires_at, k.revoked_at, u.last_used_at, u.address
            from identity.api_key k left join identity.api_key_use u on u.api_key_id = k.id
            """;

    private final JdbcClient jdbc;

    ApiKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ServiceAccount> services(Instant now) {
        return jdbc.sql(SERVICES + "order by s.retired_at is not null, s.name limit 500")
                .param("now", at(now))
                .query(ApiKeyRepository::service)
                .list();
    }

    Optional<ServiceAccount> service(UUID id, Instant now) {
        return jdbc.sql(SERVICES + "where s.id = :id")
                .param("now", at(now))
                .param("id", id)
                .query(ApiKeyRepository::service)
                .optional();
    }

    boolean nameTaken(String name) {
        return jdbc.sql(
                        "select exists (select from identity.service_account where name = :name and retired_at is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID id, String name, String purpose, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.service_account (id, version, name, purpose, created_at)
                        values (:id, 1, :name, :purpose, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("purpose", purpose)
                .param("now", at(now))
                .update();
    }

    void retire(ServiceAccount service, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.service_account set version = version + 1, retired_at = :now
                        where id = :id and version = :version and retired_at is null
                        """)
                .param("id", service.id())
                .param("version", service.version())
                .param("now", at(now))
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.service-account", service.id());
        }
    }

    List<ApiKey> keys(UUID service) {
        return jdbc.sql(KEYS + "where k.service_account_id = :service order by k.id desc limit 500")
                .param("service", service)
                .query(ApiKeyRepository::key)
                .list();
    }

    /// The live key with this hash, of a service account that is in use.
    Optional<ApiKey> byHash(byte[] hash, Instant now) {
        return jdbc.sql(KEYS + """
                        join identity.service_account s on s.id = k.service_account_id and s.retired_at is null
                        where k.key_hash = :hash and k.revoked_at is null and k.expires_at > :now
                        """)
                .param("hash", hash)
                .param("now", at(now))
                .query(ApiKeyRepository::key)
                .optional();
    }

    void insert(ApiKey key, byte[] hash) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.api_key (id, institution_id, version, service_account_id, name, hint,
                                                      key_hash, permissions, created_at, expires_at)
                        values (:id, :root, 1, :service, :name, :hint, :hash, :permissions, :created, :expires)
                        """)
                .param("id", key.id())
                .param("root", key.root() == null ? null : key.root().value(), Types.OTHER)
                .param("service", key.serviceAccount())
                .param("name", key.name())
                .param("hint", key.hint())
                .param("hash", hash)
                .param(
                        "permissions",
                        key.permissions().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("created", at(key.createdAt()))
                .param("expires", at(key.expiresAt()))
                .update();
    }

    void revoke(ApiKey key, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.api_key set version = version + 1, revoked_at = :now
                        where id = :id and version = :version and revoked_at is null
                        """)
                .param("id", key.id())
                .param("version", key.version())
                .param("now", at(now))
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.api-key", key.id());
        }
    }

    void used(UUID key, Instant now, String address) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.api_key_use as used (api_key_id, last_used_at, address)
                        values (:key, :now, :address)
                        on conflict (api_key_id) do update
                        set last_used_at = excluded.last_used_at, address = excluded.address
                        where used.last_used_at < excluded.last_used_at
                        """)
                .param("key", key)
                .param("now", at(now))
                .param("address", address)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);

        return value == null ? null : value.toInstant();
    }

    private static ServiceAccount service(ResultSet row, int index) throws SQLException {
        return new ServiceAccount(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("purpose"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "retired_at"),
                row.getInt("live_keys"));
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        @Nullable UUID root = row.getObject("institution_id", UUID.class);
        var permissions = EnumSet.noneOf(ApiPermission.class);
        Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(ApiPermission::valueOf)
                .forEach(permissions::add);

        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("service_account_id", UUID.class),
                root == null ? null : new InstitutionId(root),
                row.getString("name"),
                row.getString("hint"),
                permissions,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                row.getString("address"));
    }
}
