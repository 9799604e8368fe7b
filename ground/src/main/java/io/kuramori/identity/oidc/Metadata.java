package io.kuramori.identity.oidc;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/// What a provider says of itself (OpenID Connect Discovery 1.0 §3), checked: it is the issuer that was configured, and
/// names no host that was not.
///
/// @param endSession empty when it does not offer to sign people out
/// @param namesItself whether each answer must name the issuer (RFC 9207)
record Metadata(String authorization, String token, String keys, String endSession, boolean namesItself) {

    static Metadata of(Map<String, Object> document, String issuer, Set<String> hosts) throws OidcRefused {
        if (!issuer.equals(document.get("issuer"))) {
            throw new OidcRefused("the configuration is of another issuer");
        }

        return new Metadata(
                endpoint(document, "authorization_endpoint", hosts),
                endpoint(document, "token_endpoint", hosts),
                endpoint(document, "jwks_uri", hosts),
                document.containsKey("end_session_endpoint") ? endpoint(document, "end_session_endpoint", hosts) : "",
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static String endpoint(Map<String, Object> document, String key, Set<String> hosts) throws OidcRefused {
        if (!(document.get(key) instanceof String address) || !allowed(address, hosts)) {
            throw new OidcRefused(key + " is missing, not TLS, or on a host that is not configured");
        }
        return address;
    }

    /// Whether Kuramori may call it: over TLS, or on this machine, and only hosts that are configured.
    static boolean allowed(String address, Set<String> hosts) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            boolean loopback = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback);

            return host != null && safe && uri.getRawUserInfo() == null && hosts.contains(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
