package io.kuramori.identity.oidc;

import io.kuramori.identity.oidc.SignInProperties.Oidc;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.util.UriComponentsBuilder;

/// One provider of the institution. What it says of itself is asked for when it is first needed, so that Kuramori
/// starts
/// without it, and kept while the process lives.
public final class Provider {

    private final String id;
    private final Oidc configured;
    private final Set<String> hosts;
    private final @Nullable String secret;
    private final Calls calls;
    private final Clock clock;
    private volatile @Nullable Known known;

    Provider(String id, Oidc configured, Calls calls, Clock clock) {
        this.id = id;
        this.configured = configured;
        this.hosts = hosts(configured);
        this.calls = calls;
        this.clock = clock;
        if (configured.clientId().isBlank() || !Metadata.allowed(configured.issuer(), hosts)) {
            throw new IllegalStateException(
                    "kuramori.sign-in.oidc." + id + " needs client-id, and an issuer over https");
        }
        this.secret = configured.secretFile().isEmpty() ? null : SecretFile.read(configured.secretFile());
    }

    /// What was found out about it, with what follows.
    private record Known(Metadata metadata, ClientRegistration client, Redeeming redeeming) {}

    public String id() {
        return id;
    }

    public String name() {
        return configured.name().isBlank() ? id : configured.name();
    }

    public String issuer() {
        return configured.issuer();
    }

    /// Whether anything it says lets its second factor count; else Kuramori asks for its own.
    public boolean provesTwoFactors() {
        return !configured.amr().isEmpty() || !configured.acr().isEmpty();
    }

    /// Where the browser is sent with the question.
    public String address(Question question) throws OidcRefused {
        var asked = UriComponentsBuilder.fromUriString(known().metadata().authorization())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{back}")
                .queryParam("scope", "{scope}")
                .queryParam("state", question.state())
                .queryParam("nonce", question.nonce())
                .queryParam("code_challenge", Pkce.challenge(question.verifier()))
                .queryParam("code_challenge_method", "S256");
        if (question.again()) {
            asked.queryParam("prompt", "login").queryParam("max_age", "0");
        }
        if (!configured.acr().isEmpty()) {
            asked.queryParam("acr_values", "{acr}");
        }
        var values = new HashMap<String, Object>();
        values.put("client", configured.clientId());
        values.put("back", question.redirectUri());
        values.put("scope", scopes());
        values.put("acr", String.join(" ", configured.acr()));
        return asked.encode().buildAndExpand(values).toUriString();
    }

    /// Turns the answer into who it is.
    ///
    /// @throws OidcRefused when it is not this provider's answer to this question
    public Proved redeem(Question question, Answer answer) throws OidcRefused {
        var now = known();
        if (!answer.error().isEmpty()) {
            throw new OidcRefused("the provider refused");
        }
        boolean named = !answer.iss().isEmpty() || now.metadata().namesItself();
        if (named && !answer.iss().equals(configured.issuer())) {
            throw new OidcRefused("the answer is of another provider");
        }
        if (answer.code().isEmpty()) {
            throw new OidcRefused("the answer has no code");
        }
        return proved(now.redeeming().token(question, answer.code()));
    }

    /// Where the browser is sent to sign out there too; empty when the provider does not offer it.
    public String signOutAddress(String back) throws OidcRefused {
        var address = known().metadata().endSession();

        return address.isEmpty()
                ? ""
                : UriComponentsBuilder.fromUriString(address)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(configured.clientId(), back)
                        .toUriString();
    }

    private Proved proved(Jwt token) throws OidcRefused {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new OidcRefused("the ID token names nobody");
        }
        var amr = token.getClaimAsStringList("amr");
        var acr = token.getClaimAsString("acr");
        boolean second = (amr != null && amr.stream().anyMatch(configured.amr()::contains))
                || (acr != null && configured.acr().contains(acr));

        return new Proved(
                configured.issuer(),
                subject,
                text(token, "email"),
                text(token, "name"),
                groups(token),
                second,
                token.getClaimAsInstant("auth_time"));
    }

    private List<String> groups(Jwt token) {
        return token.getClaim(configured.groupsClaim()) instanceof List<?> some
                ? some.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String text(Jwt token, String claim) {
        var value = token.getClaimAsString(claim);

        return value == null ? "" : value.substring(0, Math.min(200, value.length()));
    }

    private String scopes() {
        return Stream.concat(Stream.of("openid"), configured.scopes().stream().filter(scope -> !scope.equals("openid")))
                .collect(Collectors.joining(" "));
    }

    private Known known() throws OidcRefused {
        var found = known;
        if (found == null) {
            found = discover();
            known = found;
        }
        return found;
    }

    private Known discover() throws OidcRefused {
        var issuer = configured.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var metadata = Metadata.of(calls.document(base + "/.well-known/openid-configuration"), issuer, hosts);
        var client = ClientRegistration.withRegistrationId(id)
                .clientId(configured.clientId())
                .clientSecret(secret == null ? "" : secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oidc/{registrationId}/back")
                .authorizationUri(metadata.authorization())
                .tokenUri(metadata.token())
                .jwkSetUri(metadata.keys())
                .issuerUri(issuer)
                .scope("openid")
                .build();
        return new Known(metadata, client, new Redeeming(metadata, client, calls, clock));
    }

    private static Set<String> hosts(Oidc configured) {
        var hosts = new HashSet<>(configured.hosts());
        try {
            var own = URI.create(configured.issuer()).getHost();
            if (own != null) {
                hosts.add(own);
            }
        } catch (IllegalArgumentException _) {
            return Set.of();
        }
        return Set.copyOf(hosts);
    }

    /// Without what it is configured with.
    @Override
    public String toString() {
        return id;
    }
}
