package io.kuramori.identity.signin;

import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.TooManyAttempts;
import java.util.Optional;
import java.util.Set;

/// Whose a key is. Implemented by what keeps them.
public interface KeyCallers {

    /// A service account calling with one of its keys.
    record Keyed(Caller caller, Set<ApiPermission> permissions) {
        public Keyed {
            permissions = Set.copyOf(permissions);
        }
    }

    /// Whose key it is, now used; empty when it is none, expired or revoked.
    ///
    /// @param address where the request comes from
    /// @throws TooManyAttempts when too many wrong keys came from there
    Optional<Keyed> find(String key, String address);
}
