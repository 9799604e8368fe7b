package io.kuramori.engine.matching;

import java.util.List;

/// Why nothing certain can be said.
public sealed interface Reason {

    /// The component gives no package URL.
    record NoIdentifier() implements Reason {}

    record MalformedPurl(String purl, String why) implements Reason {}

    /// No version order is known for this purl type or ecosystem.
    record UnknownEcosystem(String type) implements Reason {}

    record NoVersion() implements Reason {}

    /// The component's version is not one in its ecosystem's order.
    record UnparsableVersion(String version, String order) implements Reason {}

    /// A version in the advisory is not one in the ecosystem's order.
    record UnparsableAdvisoryVersion(String version, String order) implements Reason {}

    /// The advisory tells only source commits.
    record OnlyCommits() implements Reason {}

    /// The advisory names the package and no version at all.
    record NoVersionsGiven() implements Reason {}

    /// The advisory tells releases of the distribution apart, and the component does not tell its own.
    record NoRelease(List<String> releases) implements Reason {
        public NoRelease {
            releases = List.copyOf(releases);
        }
    }
}
