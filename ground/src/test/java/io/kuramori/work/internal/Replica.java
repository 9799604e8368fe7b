package io.kuramori.work.internal;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Transactions;
import io.kuramori.work.JobHandler;
import io.kuramori.work.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// One process of several over the same database.
final class Replica implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Cable cable = new Cable(KuramoriDatabase.systemDataSource());

    Replica(JobHandler<?>... handlers) {
        this("5s", handlers);
    }

    /// @param heartbeat a job is taken over after four of them were missed
    Replica(String heartbeat, JobHandler<?>... handlers) {
        DataSource app = KuramoriDatabase.appDataSource();
        context.registerBean(
                "appClient", JdbcClient.class, () -> JdbcClient.create(app), bean -> bean.setPrimary(true));
        context.registerBean(
                "systemClient", JdbcClient.class, () -> JdbcClient.create(cable), bean -> qualify(bean, "system"));
        context.registerBean("systemSource", DataSource.class, () -> cable, bean -> qualify(bean, "system"));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(app));
        context.registerBean(Clock.class, Clock::systemUTC);
        for (JobHandler<?> handler : handlers) {
            context.registerBean(handler.kind().name(), JobHandler.class, () -> handler);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fast",
                        Map.of(
                                "kuramori.work.poll",
                                "50ms",
                                "kuramori.work.stop-within",
                                "1s",
                                "kuramori.work.heartbeat",
                                heartbeat)));
        context.register(Scan.class);
        context.refresh();
    }

    Work work() {
        return context.getBean(Work.class);
    }

    Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    /// From now on the process is cut off from the database, as if it were gone.
    void unplug() {
        cable.out.set(true);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void qualify(BeanDefinition bean, String name) {
        ((AbstractBeanDefinition) bean).addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
    }

    @ComponentScan(basePackages = "io.kuramori.work.internal")
    @ComponentScan(
            basePackages = "io.kuramori.identity.internal",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*JdbcTransactions"))
    static class Scan {}

    private static final class Cable extends DelegatingDataSource {

        private final AtomicBoolean out = new AtomicBoolean();

        Cable(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (out.get()) {
                throw new SQLException("unplugged");
            }
            return super.getConnection();
        }
    }
}
