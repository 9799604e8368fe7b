package io.kuramori.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kuramori.database.DataFolder;
import io.kuramori.database.DatabaseServer;
import io.kuramori.database.Login;
import io.kuramori.database.Migrations;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// The pools and what belongs to them. Unqualified is always the application's, which row-level security binds;
/// `system` sees all institutions and is for a tested list of jobs. Nobody gets a pool before the migrations have
/// run.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    private static final long CONNECTION_TIMEOUT_MILLIS = 20_000;

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(DatabaseProperties properties) {
        return DataFolder.hold(properties.data(), Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    RunningDatabase runningDatabase(DatabaseProperties properties, DataFolder folder) {
        return RunningDatabase.start(properties.database(), folder);
    }

    @Bean
    DatabaseServer databaseServer(RunningDatabase running) {
        return running.server();
    }

    @Bean
    Flyway flyway(DatabaseServer server) {
        return Migrations.run(server);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server, DatabaseProperties properties, Flyway migrated) {
        return pool(
                "kuramori", server.url(), server.app(), properties.database().pool());
    }

    @Bean
    @Qualifier("system")
    HikariDataSource systemDataSource(DatabaseServer server, DatabaseProperties properties, Flyway migrated) {
        return pool(
                "kuramori-system",
                server.url(),
                server.system(),
                properties.database().systemPool());
    }

    @Bean
    @Primary
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    @Qualifier("system")
    JdbcClient systemJdbcClient(@Qualifier("system") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Qualifier("system")
    PlatformTransactionManager systemTransactionManager(@Qualifier("system") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    private static HikariDataSource pool(String name, String url, Login login, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");

        return new HikariDataSource(config);
    }
}
