package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One value that an institution set, from a day on.
///
/// @param version 0 for one that is not stored yet
/// @param name which [io.kuramori.organization.Parameter]
/// @param article of the rule that says so (規程の条項)
/// @param decision that set it: the number of a 稟議, minutes and their date
public record Setting(
        UUID id,
        InstitutionId institution,
        int version,
        String name,
        int amount,
        LocalDate from,
        String article,
        String decision,
        @Nullable LocalDate retiredOn) {}
