package io.kuramori.identity.oidc;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys `kuramori.sign-in.*`: the institution's own directories, each under a short name that stands in addresses.
@ConfigurationProperties("kuramori.sign-in")
record SignInProperties(@DefaultValue Map<String, Oidc> oidc) {

    SignInProperties {
        oidc = Map.copyOf(oidc);
    }

    /// One provider.
    ///
    /// @param name as people know it, on the button; the short name when empty
    /// @param issuer as in its ID tokens; where its configuration is found
    /// @param secretFile holds the client's secret; empty for a client without one
    /// @param hosts further hosts that the provider's configuration may name
    /// @param scopes asked for besides `openid`
    /// @param groupsClaim the claim with the person's groups
    /// @param amr values of the claim `amr`, any of which says that a second factor was proved there
    /// @param acr the same for the claim `acr`
    record Oidc(
            @DefaultValue("") String name,
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String secretFile,
            @DefaultValue List<String> hosts,
            @DefaultValue({"profile", "email"}) List<String> scopes,
            @DefaultValue("groups") String groupsClaim,
            @DefaultValue List<String> amr,
            @DefaultValue List<String> acr) {

        Oidc {
            hosts = List.copyOf(hosts);
            scopes = List.copyOf(scopes);
            amr = List.copyOf(amr);
            acr = List.copyOf(acr);
        }
    }
}
