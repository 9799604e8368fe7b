package io.kuramori.identity.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A small OpenID provider on loopback, with real keys and signatures. Takes each code once, from its client with the
/// client's secret, and only with the verifier of who asked. Never ends: it is of the whole run of tests.
public final class TestProvider {

    public static final String CLIENT = "kuramori";
    public static final String SECRET = "たぬき-secret";

    private final HttpServer server;
    private final RSAKey key = key("one");
    private final RSAKey foreignKey = key("one");
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();

    private record Issued(String token, String challenge, String redirect) {}

    public TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        // Browsers ask for it, and say on their console what they did not get.
        server.createContext("/favicon.ico", exchange -> answer(exchange, 200, "image/x-icon", ""));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Lets a browser sign in there as `subject`, with two factors.
    ///
    /// @param clock of whom the tokens are for
    public void welcome(String subject, InstantSource clock) {
        server.createContext(
                "/authorize",
                exchange -> answer(exchange, 200, "text/html", """
                <!DOCTYPE html><html lang="ja"><title>都の認証</title>
                <form method="post" action="/approve?%s"><button>都で本人確認</button></form>
                """.formatted(
                                exchange.getRequestURI().getRawQuery().replace("&", "&amp;"))));
        server.createContext("/approve", exchange -> {
            var asked = exchange.getRequestURI().toString();
            var code = code(asked, subject, clock.instant(), claims -> claims.claim("amr", List.of("mfa")));
            var back = value(parameters(asked), "redirect_uri") + "?code=" + code + "&state="
                    + value(parameters(asked), "state");
            exchange.getResponseHeaders().set("Location", back);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/out", exchange -> answer(exchange, 200, "text/html", "<title>都</title>"));
    }

    /// How many codes were brought, good or bad.
    int exchanges() {
        return exchanges.get();
    }

    /// Parameters of an address, decoded.
    static Map<String, String> parameters(String address) {
        var found = new LinkedHashMap<String, String>();
        for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    /// What a person who proves themselves there gets: a code for a token as it should be, changed by `change`.
    String code(String asked, String subject, Instant now, Consumer<JWTClaimsSet.Builder> change) {
        return code(asked, claims(asked, subject, now, change), key);
    }

    /// The same, signed by a key that is not the provider's.
    String codeOfForeignKey(String asked, String subject, Instant now) {
        return code(asked, claims(asked, subject, now, claims -> {}), foreignKey);
    }

    /// The same, not signed at all.
    String codeUnsigned(String asked, String subject, Instant now) {
        return keep(asked, new PlainJWT(claims(asked, subject, now, claims -> {})).serialize());
    }

    private String code(String asked, JWTClaimsSet claims, RSAKey by) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return keep(asked, token.serialize());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private String keep(String asked, String token) {
        var code = Secrets.token();
        var parameters = parameters(asked);
        codes.put(code, new Issued(token, value(parameters, "code_challenge"), value(parameters, "redirect_uri")));

        return code;
    }

    private JWTClaimsSet claims(String asked, String subject, Instant now, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", parameters(asked).get("nonce"))
                .claim("auth_time", now.getEpochSecond())
                .claim("name", "宮古 花子")
                .claim("email", "hanako@miyako.example");
        change.accept(claims);

        return claims.build();
    }

    private void token(HttpExchange exchange) throws IOException {
        exchanges.incrementAndGet();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var sent = parameters("http://x/?" + body);
        var issued = codes.remove(value(sent, "code"));
        if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        if (issued == null
                || !issued.redirect().equals(sent.get("redirect_uri"))
                || !issued.challenge().equals(challenge(value(sent, "code_verifier")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + issued.token()
                        + "\"}");
    }

    private static String basic() {
        var pair = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(verifier));
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize?kind=login","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/out"}
                """.formatted(issuer());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String value(Map<String, String> values, String name) {
        @Nullable String value = values.get(name);
        return Objects.requireNonNullElse(value, "");
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
