package io.kuramori.organization;

import java.util.UUID;

/// A body that meets and decides.
public record CommitteeId(UUID value) {}
