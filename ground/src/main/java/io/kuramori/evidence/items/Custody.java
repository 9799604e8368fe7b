package io.kuramori.evidence.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the custody ledger: who handled an item, when, why.
///
/// @param at when it was entered
/// @param doneOn the day it was done
/// @param who who did it, where that is not the account
/// @param place where it went
public record Custody(
        UUID id,
        Act act,
        Instant at,
        LocalDate doneOn,
        UUID account,
        @Nullable String who,
        String why,
        @Nullable String place) {

    public enum Act {
        COLLECTED,
        RECEIVED,
        VIEWED,
        DOWNLOADED,
        COPIED,
        MOVED
    }
}
