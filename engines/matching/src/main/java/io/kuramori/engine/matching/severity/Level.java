package io.kuramori.engine.matching.severity;

import java.util.Locale;
import java.util.Optional;

/// The qualitative scale of CVSS v3.1 §5, which CVSS v4.0 §6 keeps. Later constants are graver.
public enum Level {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /// The level of a score from 0.0 to 10.0.
    public static Level of(double score) {
        if (score <= 0) {
            return NONE;
        }
        if (score < 4) {
            return LOW;
        }
        if (score < 7) {
            return MEDIUM;
        }
        return score < 9 ? HIGH : CRITICAL;
    }

    /// The level a source's word stands for, if it is one of the usual words.
    public static Optional<Level> ofLabel(String label) {
        return switch (label.strip().toUpperCase(Locale.ROOT)) {
            case "NONE" -> Optional.of(NONE);
            case "LOW", "MINOR" -> Optional.of(LOW);
            case "MEDIUM", "MODERATE" -> Optional.of(MEDIUM);
            case "HIGH", "IMPORTANT" -> Optional.of(HIGH);
            case "CRITICAL" -> Optional.of(CRITICAL);
            default -> Optional.empty();
        };
    }
}
