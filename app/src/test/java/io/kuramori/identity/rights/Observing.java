package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords.Coverage;
import io.kuramori.identity.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a test see what a request would have changed, and takes it back: when armed, whatever commits is looked at and
/// rolled back, constraints and triggers having run as always. And lets it open the check in code. Not marked as a
/// configuration, so that no scan of another test finds it.
class Observing {

    /// Set once the fixture stands.
    static volatile boolean armed;

    /// Whether the check in code lets everybody do everything, each in all institutions he reaches.
    static volatile boolean open;

    /// Names the request, so that many can be under way.
    static final String NUMBER = "X-Matrix-Request";

    private static final Map<String, Effect> EFFECTS = new ConcurrentHashMap<>();

    /// What the request would have left behind.
    static Effect take(String number) {
        var effect = EFFECTS.remove(number);
        return effect == null ? Effect.NONE : effect;
    }

    private static void add(Effect effect) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            EFFECTS.merge(request.getRequest().getHeader(NUMBER), effect, Effect::and);
        }
    }

    /// @param reached whether the controller was called
    /// @param wrote whether anything was written at all
    /// @param institutions those with a new journal entry; what belongs to the group is not among them
    record Effect(boolean reached, boolean wrote, Set<UUID> institutions) {

        static final Effect NONE = new Effect(false, false, Set.of());

        Effect and(Effect other) {
            var all = new HashSet<>(institutions);
            all.addAll(other.institutions);
            return new Effect(reached || other.reached, wrote || other.wrote, all);
        }
    }

    /// Comes after the check of rights, and so sees only what it let through.
    @Bean
    WebMvcConfigurer reached() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new HandlerInterceptor() {
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request, HttpServletResponse response, Object handler) {
                                if (request.getDispatcherType() == DispatcherType.REQUEST) {
                                    add(new Effect(true, false, Set.of()));
                                }
                                return true;
                            }
                        })
                        .order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    static BeanPostProcessor observers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JdbcTransactionManager manager && name.equals("transactionManager")) {
                    return new TakingBack(java.util.Objects.requireNonNull(manager.getDataSource()));
                }
                return bean instanceof Gate gate ? new Opened(gate) : bean;
            }
        };
    }

    private record Opened(Gate gate) implements Gate {

        @Override
        public Optional<Caller> admit(Caller caller, Right right) {
            return open ? Optional.of(caller) : gate.admit(caller, right);
        }

        @Override
        public Coverage coverage(Caller caller, Right right) {
            return open ? (institution, post) -> true : gate.coverage(caller, right);
        }
    }

    private static final class TakingBack extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient JdbcClient jdbc;

        TakingBack(DataSource source) {
            super(source);
            this.jdbc = JdbcClient.create(source);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (!armed) {
                super.doCommit(status);
                return;
            }
            if (!status.isReadOnly()) {
                observe();
            }
            super.doRollback(status);
        }

        private void observe() {
            boolean wrote = jdbc.sql("select pg_current_xact_id_if_assigned() is not null")
                    .query(Boolean.class)
                    .single();
            if (!wrote) {
                return;
            }
            jdbc.sql("set constraints all immediate").update();
            // As whoever acts, but with every institution in view: what he must not change must not stay unseen.
            jdbc.sql("""
                            select set_config('kuramori.scope',
                                (select string_agg(every::text, ',') from organization.every_institution() every), true)
                            """).query(row -> {});
            var changed = Set.copyOf(jdbc.sql("""
                            select distinct institution_id from journal.entry
                            where xmin = pg_current_xact_id()::xid and institution_id is not null
                            """)
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list());
            add(new Effect(false, true, changed));
        }
    }
}
