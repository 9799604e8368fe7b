package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A live session with both factors, as Spring Security carries it through a request.
final class SignedIn extends AbstractAuthenticationToken implements WithCaller {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient Session session;

    SignedIn(Caller caller, Session session) {
        super(List.of());
        this.caller = caller;
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    Session session() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.actor().id();
    }

    /// The name to show.
    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && session.id().equals(that.session.id());
    }

    @Override
    public int hashCode() {
        return session.id().hashCode();
    }
}
