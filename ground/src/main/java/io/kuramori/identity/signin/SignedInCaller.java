package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.CurrentCaller;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
final class SignedInCaller implements CurrentCaller {

    @Override
    public Optional<Caller> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof WithCaller known
                ? Optional.of(known.caller())
                : Optional.empty();
    }
}
