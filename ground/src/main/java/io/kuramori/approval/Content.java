package io.kuramori.approval;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is asked, in the requester's words. All of it is under the hash that a decision names.
///
/// @param asked what shall be decided
/// @param risk what may go wrong if it is granted
/// @param compensating what is done against it meanwhile; may be empty
/// @param reference where the papers are; null when there are none
/// @param until the last day on which an approval holds
/// @param matter the kind of decision, as the authority table names it: `vulnerability.exception`
/// @param condition the row of the table that applies, when the matter is divided
public record Content(
        String title,
        String asked,
        String risk,
        String compensating,
        @Nullable String reference,
        LocalDate until,
        String matter,
        @Nullable String condition) {}
