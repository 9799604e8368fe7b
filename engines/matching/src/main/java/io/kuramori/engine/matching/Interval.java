package io.kuramori.engine.matching;

import java.util.Optional;

/// A stretch of affected versions.
///
/// @param introduced the first affected version; `0` is before every version
/// @param end the event that ends it, empty when nothing does
public record Interval(String introduced, Optional<Event> end) {}
