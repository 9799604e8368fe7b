package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The address under which people reach Kuramori: `kuramori.address`, or, while that is not set, the one the browser
/// asked for. Passkeys are bound to it.
@Component
class Sites {

    private final String configured;

    Sites(@Value("${kuramori.address:}") String configured) {
        this.configured = configured.strip();
    }

    Site of(HttpServletRequest request) {
        return Site.of(URI.create(configured.isEmpty() ? request.getRequestURL().toString() : configured));
    }
}
