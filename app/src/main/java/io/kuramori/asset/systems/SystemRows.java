package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.SystemId;
import io.kuramori.identity.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Turns rows of `asset.system`, today's or an earlier day's, into records.
final class SystemRows {

    private SystemRows() {}

    static SystemRecord read(ResultSet row, int number) throws SQLException {
        return new SystemRecord(
                new SystemId(row.getObject("id", UUID.class)),
                new InstitutionId(row.getObject("institution_id", UUID.class)),
                row.getString("code"),
                row.getInt("version"),
                details(row),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("confirmed_by"),
                row.getObject("retired_on", LocalDate.class));
    }

    private static SystemDetails details(ResultSet row) throws SQLException {
        return new SystemDetails(
                row.getString("name"),
                row.getString("reading"),
                SystemKind.of(row.getString("kind")),
                row.getObject("owner_post_id", UUID.class),
                row.getObject("department_id", UUID.class),
                row.getString("description"),
                new Rating(
                        row.getInt("confidentiality"),
                        row.getInt("integrity"),
                        row.getInt("availability"),
                        row.getBoolean("critical_operation")),
                Exposure.of(row.getString("exposure")),
                row.getObject("rto_minutes", Integer.class),
                row.getObject("rpo_minutes", Integer.class),
                row.getString("third_party"));
    }
}
