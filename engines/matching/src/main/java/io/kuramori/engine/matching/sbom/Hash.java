package io.kuramori.engine.matching.sbom;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A hash of a component's bytes.
///
/// @param algorithm as CycloneDX writes it, such as `SHA-256`, `SHA3-512`, `BLAKE2b-256`
/// @param value hexadecimal, lower case
public record Hash(String algorithm, String value) {

    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("MD5", 32),
            Map.entry("SHA-1", 40),
            Map.entry("SHA-224", 56),
            Map.entry("SHA-256", 64),
            Map.entry("SHA-384", 96),
            Map.entry("SHA-512", 128),
            Map.entry("SHA3-256", 64),
            Map.entry("SHA3-384", 96),
            Map.entry("SHA3-512", 128),
            Map.entry("BLAKE2b-256", 64),
            Map.entry("BLAKE2b-384", 96),
            Map.entry("BLAKE2b-512", 128));

    /// Reads the names of either standard, `SHA256` as `SHA-256`.
    ///
    /// @return empty when the value is not hexadecimal, or not as long as the algorithm makes it
    public static Optional<Hash> of(String algorithm, String value) {
        String name =
                algorithm.startsWith("SHA") && !algorithm.contains("-") ? "SHA-" + algorithm.substring(3) : algorithm;
        boolean sound = !algorithm.isEmpty()
                && value.matches("[0-9A-Fa-f]{2,1024}")
                && DIGITS.getOrDefault(name, value.length()).equals(value.length());
        return sound ? Optional.of(new Hash(name, value.toLowerCase(Locale.ROOT))) : Optional.empty();
    }
}
