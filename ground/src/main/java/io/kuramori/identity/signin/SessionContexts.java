package io.kuramori.identity.signin;

import io.kuramori.journal.Actor.Strength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Turns the session cookie into who is signed in. Nothing is saved at the end of a request: sessions are opened,
/// rotated and ended by the pages that do so.
@Component
final class SessionContexts implements SecurityContextRepository {

    private static final String SESSION = SessionContexts.class.getName() + ".session";

    private final Sessions sessions;
    private final AccountRepository accounts;
    private final Callers callers;

    SessionContexts(Sessions sessions, AccountRepository accounts, Callers callers) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.callers = callers;
    }

    /// The live session of the request's cookie, half-way ones too; looked up once a request.
    Optional<Session> session(HttpServletRequest request) {
        if (request.getAttribute(SESSION) instanceof Optional<?> known) {
            return known.map(Session.class::cast);
        }

        var found = SessionCookie.token(request).flatMap(sessions::find);
        request.setAttribute(SESSION, found);
        return found;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        return session(request)
                .filter(session -> session.strength() == Strength.MULTI_FACTOR)
                .flatMap(session -> accounts.byId(session.accountId())
                        .map(account -> new SignedIn(callers.of(account, sessions.strength(session)), session)));
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private final SecurityContext context = new SecurityContextImpl();
        private boolean loaded;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (!loaded) {
                loaded = true;
                signedIn(request).ifPresent(context::setAuthentication);
                generated = context.getAuthentication() == null;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
