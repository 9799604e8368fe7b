package io.kuramori.database;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Where the database is and the three logins to it. Pools are made of `app` and `system`; `owner` is for
/// migrations, backup and restore only, without a pool.
///
/// @param url JDBC URL without user or password
public record DatabaseServer(String url, Login owner, Login app, Login system) {

    /// New connections as the owner of every object, for migrations, backup and restore.
    public DataSource ownerDataSource() {
        return unpooled(url, owner);
    }

    /// A source that opens a new connection each time.
    static DataSource unpooled(String url, Login login) {
        return new DriverManagerDataSource(url, login.user(), login.password());
    }

    /// The same server with another database's name.
    public DatabaseServer withUrl(String other) {
        return new DatabaseServer(other, owner, app, system);
    }
}
