package io.kuramori.identity;

import java.util.UUID;

/// An institution of the group: the unit that row-level security guards.
public record InstitutionId(UUID value) {}
