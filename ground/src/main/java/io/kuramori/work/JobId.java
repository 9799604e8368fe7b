package io.kuramori.work;

import java.util.UUID;

/// A piece of background work.
public record JobId(UUID value) {}
