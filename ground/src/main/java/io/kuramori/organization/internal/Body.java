package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import java.util.UUID;

/// A post or a committee by name, as authority tables and committees point to it.
public record Body(
        UUID id, InstitutionId institution, String institutionName, String code, String name, boolean committee) {}
