package io.kuramori.action.tracker;

import io.kuramori.action.Plan;
import io.kuramori.action.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action as it is stored.
///
/// @param plan its due day is today's, after every extension
/// @param originalDue the day it was first due
/// @param done null while it is open
/// @param verified null until somebody else has looked
public record Action(
        UUID id,
        int version,
        String code,
        Plan plan,
        LocalDate originalDue,
        int extensions,
        int reopened,
        Status status,
        @Nullable Done done,
        @Nullable Verified verified,
        UUID openedBy,
        Instant openedAt) {

    /// @param evidence what shows it, in words
    /// @param reference where the papers are
    public record Done(
            UUID by, Instant at, String evidence, @Nullable String reference) {}

    public record Verified(UUID by, Instant at) {}

    public boolean overdue(LocalDate today) {
        return status == Status.OPEN && plan.due().isBefore(today);
    }
}
