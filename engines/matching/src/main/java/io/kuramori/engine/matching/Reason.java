package io.kuramori.engine.matching;

import java.util.List;

/// Why nothing certain can be said.
public sealed interface Reason {

    /// The component gives neither package URL, nor CPE, nor supplier.
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

    record MalformedCpe(String cpe, String expected) implements Reason {}

    /// The configuration asks for something of which it is not known whether it is there.
    record UnknownSurroundings(Applicability.Criterion needed) implements Reason {}

    /// Two versions that the texts alone do not order.
    record UncertainOrder(String version, String bound) implements Reason {}

    /// The names agree as far as they go, and the component's leaves this attribute open.
    record OpenAttribute(Applicability.Criterion criterion) implements Reason {}

    /// The source is still looking.
    record UnderInvestigation() implements Reason {}

    /// The source speaks of the product and not of this version.
    record NotSaid(String version) implements Reason {}

    /// The source tells the versions in words that could not be read.
    record UnreadVersions(String words) implements Reason {}
}
