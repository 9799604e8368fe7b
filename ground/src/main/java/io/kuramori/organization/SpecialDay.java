package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day on which one institution is closed, or open although its calendar says otherwise.
public record SpecialDay(
        UUID id,
        InstitutionId institution,
        int version,
        LocalDate day,
        boolean open,
        String name,
        @Nullable LocalDate retiredOn) {}
