package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.signin.KeyCallers.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A program's request, for its own length.
final class CalledByKey extends AbstractAuthenticationToken implements WithCaller {

    private static final long serialVersionUID = 1L;

    private final transient Keyed keyed;

    CalledByKey(Keyed keyed) {
        super(List.of());
        this.keyed = keyed;
        setAuthenticated(true);
    }

    Keyed keyed() {
        return keyed;
    }

    @Override
    public Caller caller() {
        return keyed.caller();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return keyed.caller().actor().id();
    }

    @Override
    public String getName() {
        return keyed.caller().name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalledByKey that && keyed.equals(that.keyed);
    }

    @Override
    public int hashCode() {
        return keyed.hashCode();
    }
}
