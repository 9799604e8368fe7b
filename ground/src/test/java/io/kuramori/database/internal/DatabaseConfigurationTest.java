package io.kuramori.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseServer;
import io.kuramori.database.KuramoriDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a module that injects a data source, a client or a transaction manager gets.
final class DatabaseConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(DatabaseConfiguration.class);

    @Test
    void givesTheApplicationsRoleUnlessTheSystemIsAskedFor(@TempDir Path data) {
        withServer(data).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(user(context.getBean(JdbcClient.class))).isEqualTo("kuramori_app");
            assertThat(user(JdbcClient.create(context.getBean(DataSource.class))))
                    .isEqualTo("kuramori_app");
            var system = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                    context.getBeanFactory(), JdbcClient.class, "system");
            assertThat(user(system)).isEqualTo("kuramori_system");
        });
    }

    @Test
    void bindsEachClientToItsOwnTransactionManager(@TempDir Path data) {
        withServer(data).run(context -> {
            var system = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                    context.getBeanFactory(), JdbcClient.class, "system");
            var manager = context.getBean("systemTransactionManager", PlatformTransactionManager.class);
            var seen = new TransactionTemplate(manager).<String>execute(status -> {
                system.sql("select set_config('kuramori.scope', 'here', true)")
                        .query()
                        .singleValue();
                return system.sql("select current_setting('kuramori.scope')")
                        .query(String.class)
                        .single();
            });

            assertThat(seen).isEqualTo("here");
            assertThat(context.getBean(PlatformTransactionManager.class)).isNotSameAs(manager);
        });
    }

    @Test
    void startsAServerOfItsOwnAndKeepsWhatItHolds(@TempDir Path data) {
        var embedded = runner.withPropertyValues("kuramori.data=" + data);
        embedded.run(context -> {
            assertThat(context).hasNotFailed();
            var system = context.getBean("systemDataSource", DataSource.class);
            JdbcClient.create(context.getBean(DatabaseServer.class).ownerDataSource())
                    .sql("create table public.kept as select 42 as answer")
                    .update();
            assertThat(system).isNotNull();

            runner.withPropertyValues("kuramori.data=" + data)
                    .run(second -> assertThat(second)
                            .hasFailed()
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(DatabaseProblem.class)
                            .hasMessageContaining(
                                    Long.toString(ProcessHandle.current().pid())));
        });
        embedded.run(context -> assertThat(
                        JdbcClient.create(context.getBean(DatabaseServer.class).ownerDataSource())
                                .sql("select answer from public.kept")
                                .query(Integer.class)
                                .single())
                .isEqualTo(42));
    }

    @Test
    void asksForThePasswordsOfTheInstitutionsServer(@TempDir Path data) {
        runner.withPropertyValues("kuramori.data=" + data, "kuramori.database.url=jdbc:postgresql://127.0.0.1:1/none")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("kuramori.database.owner.password"));
    }

    private ApplicationContextRunner withServer(Path data) {
        var pairs = KuramoriDatabase.create().properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);

        return runner.withPropertyValues(pairs).withPropertyValues("kuramori.data=" + data);
    }

    private static String user(JdbcClient client) {
        return client.sql("select current_user").query(String.class).single();
    }
}
