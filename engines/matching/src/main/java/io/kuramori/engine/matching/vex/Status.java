package io.kuramori.engine.matching.vex;

import java.util.Optional;

/// How a product stands towards a vulnerability.
public sealed interface Status {

    /// @param words the impact in the author's words; empty when the justification alone says it
    record NotAffected(Optional<Justification> justification, String words) implements Status {}

    /// @param action what to do, in the author's words; may be empty
    record Affected(String action) implements Status {}

    record Fixed() implements Status {}

    record UnderInvestigation() implements Status {}

    /// The word of CISA's minimum requirements.
    default String word() {
        return switch (this) {
            case NotAffected ignored -> "not_affected";
            case Affected ignored -> "affected";
            case Fixed ignored -> "fixed";
            case UnderInvestigation ignored -> "under_investigation";
        };
    }

    /// True when whoever believes the statement need not act.
    default boolean settles() {
        return switch (this) {
            case NotAffected ignored -> true;
            case Fixed ignored -> true;
            case Affected ignored -> false;
            case UnderInvestigation ignored -> false;
        };
    }
}
