package io.kuramori.database.internal;

import io.kuramori.database.DataFolder;
import io.kuramori.database.DatabaseServer;
import io.kuramori.database.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// The server as it was started for us, or the institution's own, which we leave as it is.
final class RunningDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final @Nullable EmbeddedPostgres embedded;

    private RunningDatabase(DatabaseServer server, @Nullable EmbeddedPostgres embedded) {
        this.server = server;
        this.embedded = embedded;
    }

    static RunningDatabase start(DatabaseProperties.Database properties, DataFolder folder) {
        var url = properties.url();
        if (url != null && !url.isBlank()) {
            return new RunningDatabase(properties.server(url), null);
        }

        var options = new EmbeddedPostgres.Options(properties.port(), true, folder.resolve("programs"));
        var embedded = EmbeddedPostgres.start(folder, options);

        return new RunningDatabase(embedded.server(), embedded);
    }

    DatabaseServer server() {
        return server;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
