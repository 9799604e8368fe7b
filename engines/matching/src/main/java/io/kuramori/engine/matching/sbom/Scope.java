package io.kuramori.engine.matching.sbom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a component is needed at run time, as CycloneDX says it. One without a scope is to be taken as required.
public enum Scope {
    REQUIRED,
    OPTIONAL,
    /// Not part of what runs: used for tests and the like.
    EXCLUDED;

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
