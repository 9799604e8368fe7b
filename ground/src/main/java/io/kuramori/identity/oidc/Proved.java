package io.kuramori.identity.oidc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who somebody is to a provider.
///
/// @param subject never given to anybody else there; with the issuer it is the person
/// @param email as the provider says; names nobody, is only shown
/// @param secondFactor whether two factors were proved there, by what the institution chose to trust
/// @param at when; null when the provider does not say
public record Proved(
        String issuer,
        String subject,
        String email,
        String name,
        List<String> groups,
        boolean secondFactor,
        @Nullable Instant at) {

    public Proved {
        groups = List.copyOf(groups);
    }
}
