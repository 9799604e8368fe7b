package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A department (部署), in the tree of its institution.
///
/// @param version 0 for one that is not stored yet
public record Department(
        DepartmentId id,
        InstitutionId institution,
        int version,
        String code,
        @Nullable DepartmentId parent,
        String name,
        @Nullable String reading,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn) {}
