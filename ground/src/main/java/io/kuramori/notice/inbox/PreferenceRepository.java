package io.kuramori.notice.inbox;

import io.kuramori.journal.StaleRecord;
import io.kuramori.notice.inbox.Preference.Digest;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What the account chose, or what is usual.
    Preference of(UUID account) {
        return jdbc.sql(
                        "select version, digest, daily_at, quiet_from, quiet_until from notice.preference where id = :id")
                .param("id", account)
                .query((row, number) -> new Preference(
                        row.getInt("version"),
                        Digest.valueOf(row.getString("digest").toUpperCase(Locale.ROOT)),
                        row.getObject("daily_at", LocalTime.class),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class)))
                .optional()
                .orElse(Preference.USUAL);
    }

    void save(UUID account, Preference preference) {
        var sql = preference.version() == 0 ? """
                        insert into notice.preference (id, version, digest, daily_at, quiet_from, quiet_until)
                        values (:id, :version + 1, :digest, :daily, :from, :until)""" : """
                        update notice.preference
                        set version = version + 1, digest = :digest, daily_at = :daily, quiet_from = :from,
                            quiet_until = :until
                        where id = :id and version = :version""";
        int rows = jdbc.sql(sql)
                .param("id", account)
                .param("version", preference.version())
                .param("digest", preference.digest().name().toLowerCase(Locale.ROOT))
                .param("daily", preference.daily())
                .param("from", preference.quietFrom())
                .param("until", preference.quietUntil())
                .update();
        if (rows != 1) {
            throw new StaleRecord("notice.preference", account);
        }
    }
}
