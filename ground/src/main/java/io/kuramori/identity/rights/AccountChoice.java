package io.kuramori.identity.rights;

import java.util.UUID;

/// An account to choose.
public record AccountChoice(UUID id, String name, String email) {}
