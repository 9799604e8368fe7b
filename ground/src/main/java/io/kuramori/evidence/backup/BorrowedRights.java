package io.kuramori.evidence.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Lets `kuramori_system` read every table and sequence for as long as a backup takes: row-level security does not
/// bind that role, but some tables (secrets) are not its to read at other times.
final class BorrowedRights implements AutoCloseable {

    private static final String MISSING = """
            /* language=sql */
            select format('%s on %s to kuramori_system', 'select', c.oid::regclass)
            from pg_class c
            where c.relkind in ('r', 'S') and pg_get_userbyid(c.relowner) = 'kuramori_owner'
              and not has_table_privilege('kuramori_system', c.oid, 'select')
            union all
            select format('usage on schema %I to kuramori_system', nspname)
            from pg_namespace
            where pg_get_userbyid(nspowner) = 'kuramori_owner'
              and not has_schema_privilege('kuramori_system', oid, 'usage')
            """;

    private final DataSource owner;
    private final List<String> lent;

    private BorrowedRights(DataSource owner, List<String> lent) {
        this.owner = owner;
        this.lent = lent;
    }

    static BorrowedRights lend(DataSource owner) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(MISSING)) {
                while (rows.next()) {
                    missing.add(rows.getString(1));
                }
            }
            for (String right : missing) {
                statement.execute("grant " + right);
            }
        }
        return new BorrowedRights(owner, missing);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String right : lent) {
                statement.execute("revoke " + right.replace(" to kuramori_system", " from kuramori_system"));
            }
        }
    }
}
