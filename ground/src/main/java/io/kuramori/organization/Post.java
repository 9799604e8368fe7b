package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A post (役職): it owns records and decides; the person follows from the appointments of the day.
///
/// @param version 0 for one that is not stored yet
/// @param department null for a post above the departments
public record Post(
        PostId id,
        InstitutionId institution,
        int version,
        String code,
        @Nullable DepartmentId department,
        String name,
        @Nullable String reading,
        Level level,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn) {}
