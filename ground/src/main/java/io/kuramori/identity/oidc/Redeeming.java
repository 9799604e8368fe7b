package io.kuramori.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// A code for an ID token, and the token's checks (OpenID Connect Core 1.0 §3.1.3.7): signed by a key of the provider
/// with a public-key algorithm, issuer, audience, authorized party, times, nonce. The access token is let go.
final class Redeeming {

    private final Metadata metadata;
    private final ClientRegistration client;
    private final RestClientAuthorizationCodeTokenResponseClient tokens;
    private final NimbusJwtDecoder decoder;

    Redeeming(Metadata metadata, ClientRegistration client, Calls calls, Clock clock) {
        this.metadata = metadata;
        this.client = client;
        tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(calls.tokens());
        decoder = NimbusJwtDecoder.withJwkSetUri(metadata.keys())
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .restOperations(calls.keys())
                .build();
        var validator = new OidcIdTokenValidator(client);
        validator.setClock(clock);
        decoder.setJwtValidator(validator);
    }

    Jwt token(Question question, String code) throws OidcRefused {
        var token = decoded(exchanged(question, code));
        var nonce = token.getClaimAsString("nonce");
        if (nonce == null || !same(nonce, question.nonce())) {
            throw new OidcRefused("the ID token answers another question");
        }
        return token;
    }

    private String exchanged(Question question, String code) throws OidcRefused {
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(metadata.authorization())
                .clientId(client.getClientId())
                .redirectUri(question.redirectUri())
                .state(question.state())
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, question.verifier()))
                .build();
        var answered = OAuth2AuthorizationResponse.success(code)
                .redirectUri(question.redirectUri())
                .state(question.state())
                .build();
        try {
            var response = tokens.getTokenResponse(
                    new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(asked, answered)));
            if (response.getAdditionalParameters().get("id_token") instanceof String token) {
                return token;
            }
            throw new OidcRefused("no ID token came");
        } catch (OAuth2AuthorizationException e) {
            throw new OidcRefused("the code was not taken: " + e.getError().getErrorCode());
        }
    }

    private Jwt decoded(String token) throws OidcRefused {
        try {
            return decoder.decode(token);
        } catch (JwtException e) {
            throw new OidcRefused("the ID token is refused: " + e.getMessage());
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
