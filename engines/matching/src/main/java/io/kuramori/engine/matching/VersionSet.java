package io.kuramori.engine.matching;

/// The versions a row of an advisory speaks of.
public sealed interface VersionSet {

    /// Whichever the version.
    record Every() implements VersionSet {}

    /// This one version.
    record Exactly(String version) implements VersionSet {}

    record Between(Bounds bounds) implements VersionSet {}

    /// Words nobody could read as versions; kept, so that a person can.
    record Unread(String words) implements VersionSet {}
}
