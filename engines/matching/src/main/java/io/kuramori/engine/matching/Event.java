package io.kuramori.engine.matching;

/// A point on a range at which being affected begins or ends (OSV 1.7 §affected[].ranges[].events).
public sealed interface Event {

    String version();

    /// Affected from this version on; `0` is before every version.
    record Introduced(String version) implements Event {}

    /// No longer affected from this version on.
    record Fixed(String version) implements Event {}

    /// Affected up to and with this version.
    record LastAffected(String version) implements Event {}

    /// The range says nothing from this version on; `*` is no limit.
    record Limit(String version) implements Event {}
}
