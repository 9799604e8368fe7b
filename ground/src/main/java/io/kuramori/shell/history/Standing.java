package io.kuramori.shell.history;

import java.time.Instant;
import java.util.Optional;

/// How long the log is.
///
/// @param at time of the newest pass
public record Standing(long size, int epoch, Optional<Instant> at) {}
