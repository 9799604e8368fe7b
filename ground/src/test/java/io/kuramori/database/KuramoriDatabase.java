package io.kuramori.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A real, migrated PostgreSQL for a test class: `@ExtendWith(KuramoriDatabase.class)`. One server per JVM; each
/// outermost test class gets a database of its own, cloned from a migrated template, and drops it afterwards.
///
/// The static methods serve the class that runs now; a parameter of type `KuramoriDatabase.Handle` is the same. A
/// `@SpringBootTest` uses `SpringDatabase` instead.
public final class KuramoriDatabase implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static volatile Handle current = Handle.NONE;

    /// One database of the shared server.
    ///
    /// @param name of the database
    /// @param server its URL and the three logins
    /// @param bootstrap the superuser's login
    public record Handle(String name, DatabaseServer server, Login bootstrap) {

        static final Handle NONE = new Handle(
                "", new DatabaseServer("", new Login("", ""), new Login("", ""), new Login("", "")), new Login("", ""));

        public DataSource app() {
            return DatabaseServer.unpooled(server.url(), server.app());
        }

        public DataSource system() {
            return DatabaseServer.unpooled(server.url(), server.system());
        }

        public DataSource owner() {
            return server.ownerDataSource();
        }

        public DataSource superuser() {
            return DatabaseServer.unpooled(server.url(), bootstrap);
        }

        /// The configuration keys with which Kuramori uses this database.
        public Map<String, String> properties() {
            return Map.of(
                    "kuramori.database.url", server.url(),
                    "kuramori.database.owner.password", server.owner().password(),
                    "kuramori.database.app.password", server.app().password(),
                    "kuramori.database.system.password", server.system().password());
        }
    }

    /// As `kuramori_app`, without a scope: sets it itself in its transaction.
    public static DataSource appDataSource() {
        return current.app();
    }

    public static DataSource systemDataSource() {
        return current.system();
    }

    public static DataSource ownerDataSource() {
        return current.owner();
    }

    public static DataSource superuser() {
        return current.superuser();
    }

    /// The database of the class that runs now.
    public static Handle current() {
        return current;
    }

    /// A new database cloned from the template, which the caller drops or leaves to the end of the JVM.
    public static Handle create() {
        var shared = SharedServer.get();
        var name = "test_" + NUMBER.incrementAndGet();
        shared.execute("create database " + name + " template " + SharedServer.TEMPLATE + " owner kuramori_owner");
        shared.execute("grant connect on database " + name + " to kuramori_app, kuramori_system");

        return shared.handle(name);
    }

    /// Drops a database, whoever is connected to it.
    public static void drop(Handle handle) {
        SharedServer.get().execute("drop database if exists " + handle.name() + " with (force)");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (outermost(context)) {
            current = create();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (outermost(context)) {
            drop(current);
            current = Handle.NONE;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Handle.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return current;
    }

    private static boolean outermost(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null;
    }

    /// Opens a connection whose transactions see the `institutions`.
    static Connection scoped(DataSource source, String institutions) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select set_config('kuramori.scope', ?, true)")) {
            statement.setString(1, institutions);
            statement.execute();
        }

        return connection;
    }
}
