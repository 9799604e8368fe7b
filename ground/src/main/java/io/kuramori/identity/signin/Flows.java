package io.kuramori.identity.signin;

import io.kuramori.identity.Envelope;
import io.kuramori.identity.Envelope.CannotOpen;
import io.kuramori.identity.oidc.Provider;
import io.kuramori.identity.oidc.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ways to a directory and back. Each stays in a cookie of the browser that set out, sealed for its provider, ten
/// minutes at most, and is taken once: nothing is stored for whoever only sets out, nobody can be made to arrive as
/// somebody else, and an answer to one provider's question is none to another's.
@Component
class Flows {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String NAME = "kuramori_flow";

    private final Envelope envelope;
    private final SessionContexts contexts;
    private final Sites sites;
    private final JdbcClient jdbc;
    private final Clock clock;

    Flows(Envelope envelope, SessionContexts contexts, Sites sites, JdbcClient jdbc, Clock clock) {
        this.envelope = envelope;
        this.contexts = contexts;
        this.sites = sites;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Sets out.
    ///
    /// @param again the person is to prove themselves anew, for the session that is open
    Flow begin(
            Provider provider, String next, boolean again, HttpServletRequest request, HttpServletResponse response) {
        var back = sites.of(request).origin() + request.getContextPath() + "/login/oidc/" + provider.id() + "/back";
        var question = new Question(Secrets.token(), Secrets.token(), Secrets.token(), back, again);
        var session = contexts.session(request).map(Session::id).orElse(null);
        var flow = new Flow(
                provider.id(),
                question,
                Next.safe(next),
                session,
                clock.instant().plus(LIFE));
        byte[] sealed = envelope.seal(flow.text().getBytes(StandardCharsets.UTF_8), purpose(provider));
        write(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFE);

        return flow;
    }

    /// Takes the way back that belongs to `state`; empty when this browser did not set out on it to this provider, or
    /// too long ago, or is back already.
    Optional<Flow> end(Provider provider, String state, HttpServletRequest request, HttpServletResponse response) {
        var found = SessionCookie.value(request, NAME).flatMap(value -> open(provider, value));
        write(request, response, "", Duration.ZERO);

        return found.filter(flow -> same(flow.question().state(), state))
                .filter(flow -> clock.instant().isBefore(flow.expires()))
                .filter(this::first);
    }

    private Optional<Flow> open(Provider provider, String value) {
        try {
            byte[] text = envelope.open(Base64.getUrlDecoder().decode(value), purpose(provider));
            return Optional.of(Flow.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (CannotOpen | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean first(Flow flow) {
        jdbc.sql("delete from identity.external_answer where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        return jdbc.sql("""
                        /* language=sql */
                        insert into identity.external_answer (state_hash, expires_at) values (:hash, :expires)
                        on conflict do nothing
                        """)
                        .param("hash", Secrets.sha256(flow.question().state()))
                        .param("expires", flow.expires().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Unlike the session's, this cookie comes along when another site leads here: that is what it is for.
    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(request.getContextPath() + "/login/oidc")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String purpose(Provider provider) {
        return "identity.oidc-flow:" + provider.id();
    }
}
