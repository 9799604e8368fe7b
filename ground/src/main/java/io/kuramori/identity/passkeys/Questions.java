package io.kuramori.identity.passkeys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the browser is asked, as JSON for `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` (WebAuthn
/// §5.1.8, §5.1.9).
@Component
public class Questions {

    /// COSE algorithms, the best first: EdDSA, ES256, RS256 (which Windows Hello uses).
    static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Challenges challenges;

    Questions(Challenges challenges) {
        this.challenges = challenges;
    }

    /// To make a new passkey.
    ///
    /// @param use see [Answers]
    /// @param account becomes the user handle
    /// @param known credentials that the account has: an authenticator that holds one refuses
    public String create(String use, Site site, UUID account, String email, String name, List<Credential> known) {
        var options = new LinkedHashMap<String, Object>();
        options.put("rp", Map.of("id", site.id(), "name", "Kuramori"));
        options.put("user", Map.of("id", encoded(handle(account)), "name", email, "displayName", name));
        options.put("challenge", encoded(challenges.make(use)));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        options.put("timeout", Challenges.LIFE.toMillis());
        options.put("excludeCredentials", descriptors(known));
        options.put("authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"));
        options.put("attestation", "none");
        return JSON.writeValueAsString(options);
    }

    /// To prove having one.
    ///
    /// @param allowed the account's credentials; empty when it is not yet known who asks, which only passkeys that
    ///     the authenticator can list may answer
    /// @param verified whether the authenticator has to verify its user (PIN, fingerprint)
    public String get(String use, Site site, List<Credential> allowed, boolean verified) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", encoded(challenges.make(use)));
        options.put("timeout", Challenges.LIFE.toMillis());
        options.put("rpId", site.id());
        options.put("allowCredentials", descriptors(allowed));
        options.put("userVerification", verified ? "required" : "preferred");
        return JSON.writeValueAsString(options);
    }

    static byte[] handle(UUID account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    private static List<Map<String, Object>> descriptors(List<Credential> credentials) {
        var descriptors = new ArrayList<Map<String, Object>>();
        for (Credential credential : credentials) {
            descriptors.add(Map.of("type", "public-key", "id", encoded(credential.id())));
        }
        return descriptors;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
