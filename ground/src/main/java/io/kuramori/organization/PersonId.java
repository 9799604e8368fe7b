package io.kuramori.organization;

import java.util.UUID;

/// A person who works for an institution of the group.
public record PersonId(UUID value) {}
