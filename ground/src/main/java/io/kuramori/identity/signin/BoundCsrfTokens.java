package io.kuramori.identity.signin;

import io.kuramori.identity.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// Forms are bound to the session: the token is derived from the session's own, which no other site can read, and
/// needs no store. Before sign-in a cookie for this visit takes its place.
final class BoundCsrfTokens implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-Token";
    static final String PARAMETER = "_csrf";

    private static final String VISIT = "kuramori_visit";
    private static final String FRESH = BoundCsrfTokens.class.getName() + ".visit";
    private static final String LABEL = "kuramori form token v1:";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var visit = Secrets.token();
        request.setAttribute(FRESH, visit);

        return derived(visit);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // A program that kept a cookie would be taken for a browser from then on, and its key count for nothing.
        boolean program = ApiPaths.isApi(request) || KeyFilter.byKeyAlone(request);
        if (token != null && !program && request.getAttribute(FRESH) instanceof String visit) {
            SessionCookie.write(request, response, VISIT, visit, Duration.ofSeconds(-1));
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.token(request)
                .or(() -> SessionCookie.value(request, VISIT))
                .map(BoundCsrfTokens::derived)
                .orElse(null);
    }

    private static CsrfToken derived(String secret) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(LABEL + secret));

        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
