package io.kuramori.organization;

import java.util.UUID;

/// One edition of an institution's authority table.
public record AuthorityTableId(UUID value) {}
