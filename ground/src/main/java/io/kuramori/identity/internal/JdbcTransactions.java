package io.kuramori.identity.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens a transaction of the pool and tells the database, for that transaction only, who acts and what they may see.
@Component
final class JdbcTransactions implements Transactions {

    /// MDC key under which the shell keeps the request's id.
    private static final String REQUEST = "request";

    private static final Object CALLER = new Object();

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    JdbcTransactions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    @Override
    public <T> T read(Caller caller, Supplier<T> work) {
        return run(reading, caller, "", work);
    }

    @Override
    public <T> T write(Caller caller, String reason, Supplier<T> work) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a change needs a reason");
        }
        return run(writing, caller, reason, work);
    }

    @SuppressWarnings("NullAway") // execute hands through what the work returns, which is T
    private <T> T run(TransactionTemplate template, Caller caller, String reason, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return join(template, caller, reason, work);
        }

        return template.execute(status -> {
            TransactionSynchronizationManager.bindResource(CALLER, caller);
            TransactionSynchronizationManager.registerSynchronization(new Unbind());
            settle(caller, reason);
            return work.get();
        });
    }

    private <T> T join(TransactionTemplate template, Caller caller, String reason, Supplier<T> work) {
        @Nullable Object open = TransactionSynchronizationManager.getResource(CALLER);
        if (!caller.equals(open)) {
            throw new IllegalStateException("a transaction of another caller is open on this thread");
        }
        if (!template.isReadOnly() && TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a read-only transaction is open on this thread");
        }

        if (!reason.isEmpty()) {
            settle(caller, reason);
        }
        return work.get();
    }

    private void settle(Caller caller, String reason) {
        Actor actor = caller.actor();
        @Nullable String request = MDC.get(REQUEST);
        jdbc.sql("""
                        /* language=sql */
                        select set_config('kuramori.scope', :scope, true),
                               set_config('kuramori.opened', :opened, true),
                               set_config('kuramori.actor', :actor, true),
                               set_config('kuramori.actor_kind', :kind, true),
                               set_config('kuramori.strength', :strength, true),
                               set_config('kuramori.reason', :reason, true),
                               set_config('kuramori.request', :request, true)
                        """)
                .param("scope", joined(caller.scope()))
                .param("opened", joined(caller.rights().opened()))
                .param("actor", actor.id().toString())
                .param("kind", actor.kind().name())
                .param("strength", actor.strength().name())
                .param("reason", reason)
                .param("request", request == null ? "" : request)
                .query(row -> {});
    }

    private static String joined(Set<InstitutionId> institutions) {
        return institutions.stream()
                .map(InstitutionId::value)
                .map(UUID::toString)
                .collect(Collectors.joining(","));
    }

    private static final class Unbind implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CALLER);
        }
    }
}
