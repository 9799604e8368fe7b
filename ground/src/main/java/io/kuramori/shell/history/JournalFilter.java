package io.kuramori.shell.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the journal's page is asked for. Empty text and null mean no restriction.
///
/// @param kind record kind
/// @param actor part of the actor's name
/// @param reason part of the reason
/// @param record id of one record
/// @param day the local day
/// @param before entries with a smaller id only: the next page
public record JournalFilter(
        String kind,
        String actor,
        String reason,
        String record,
        @Nullable LocalDate day,
        @Nullable Long before) {}
