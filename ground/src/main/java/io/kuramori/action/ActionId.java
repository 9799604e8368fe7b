package io.kuramori.action;

import java.util.UUID;

/// One remedial action.
public record ActionId(UUID value) {}
