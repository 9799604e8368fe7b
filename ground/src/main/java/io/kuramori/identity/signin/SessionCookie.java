package io.kuramori.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie with the session's token: not readable by scripts, not sent from other sites, only over TLS when there
/// is TLS, gone with the browser.
final class SessionCookie {

    static final String NAME = "kuramori_session";

    private SessionCookie() {}

    static Optional<String> token(HttpServletRequest request) {
        return value(request, NAME);
    }

    static Optional<String> value(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);

        return cookie == null || cookie.getValue().isBlank() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, NAME, token, Duration.ofSeconds(-1));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, NAME, "", Duration.ZERO);
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
