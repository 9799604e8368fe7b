package io.kuramori.approval.requests;

import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 外部決裁: a decision made elsewhere.
///
/// @param hash what was asked when it was entered
/// @param check null until somebody else has compared it with the paper
public record OutsideDecision(
        UUID id,
        InstitutionId institution,
        int version,
        UUID request,
        int round,
        Paper paper,
        String hash,
        UUID by,
        Instant at,
        @Nullable Check check) {

    /// @param number 稟議番号, or number of the minutes
    /// @param body who decided
    /// @param article of the authority table
    /// @param copy where the original or its copy is kept
    public record Paper(
            String number, LocalDate decidedOn, String body, String article, String copy, boolean approved) {}

    /// @param agrees whether the paper says what was entered
    public record Check(
            UUID by, Instant at, boolean agrees, @Nullable String comment) {}
}
