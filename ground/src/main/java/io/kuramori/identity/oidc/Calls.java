package io.kuramori.identity.oidc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// Calls to providers: seconds at most, and never where a redirect leads.
final class Calls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final JdkClientHttpRequestFactory factory;

    Calls() {
        factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
        factory.setReadTimeout(READ);
    }

    Map<String, Object> document(String address) throws OidcRefused {
        try {
            var body = RestClient.builder()
                    .requestFactory(factory)
                    .build()
                    .get()
                    .uri(address)
                    .retrieve()
                    .body(DOCUMENT);
            if (body == null) {
                throw OidcRefused.unreachable("no configuration there");
            }
            return body;
        } catch (RestClientException e) {
            throw OidcRefused.unreachable(
                    "its configuration cannot be read: " + e.getClass().getSimpleName());
        }
    }

    RestTemplate keys() {
        return new RestTemplate(factory);
    }

    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(factory)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
