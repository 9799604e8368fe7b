package io.kuramori.database.internal;

import io.kuramori.database.DatabaseServer;
import io.kuramori.database.Login;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys `kuramori.data` and `kuramori.database.*`.
///
/// @param data the data folder
/// @param database which server
@ConfigurationProperties("kuramori")
record DatabaseProperties(
        @DefaultValue("./data") Path data, @DefaultValue Database database) {

    /// @param url JDBC URL of the institution's own server; none means the embedded one
    /// @param port of the embedded server; 0 means any free one
    /// @param pool connections of the application
    /// @param systemPool connections of the jobs that see all institutions
    record Database(
            @Nullable String url,
            @Nullable Credentials owner,
            @Nullable Credentials app,
            @Nullable Credentials system,
            @DefaultValue("0") int port,
            @DefaultValue("16") int pool,
            @DefaultValue("5") int systemPool) {

        /// The institution's own server.
        DatabaseServer server(String url) {
            return new DatabaseServer(
                    url,
                    login(owner, "owner", "kuramori_owner"),
                    login(app, "app", "kuramori_app"),
                    login(system, "system", "kuramori_system"));
        }

        private static Login login(@Nullable Credentials given, String key, String defaultUser) {
            if (given == null || given.password() == null) {
                throw new IllegalStateException("kuramori.database." + key + ".password is not set");
            }

            return new Login(given.user() == null ? defaultUser : given.user(), given.password());
        }
    }

    record Credentials(@Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }
}
