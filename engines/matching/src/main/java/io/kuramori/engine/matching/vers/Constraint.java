package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.purl.Percent;

/// One constraint of a range.
///
/// @param version decoded; empty for [Comparator#ANY]
public record Constraint(Comparator comparator, String version) {

    static Constraint any() {
        return new Constraint(Comparator.ANY, "");
    }

    static Constraint of(Comparator comparator, String version) {
        return new Constraint(comparator, version);
    }

    /// As it stands in a range, with the version percent-encoded and without a sign for equality.
    @Override
    public String toString() {
        return (comparator == Comparator.EQUAL ? "" : comparator.sign()) + Percent.encode(version);
    }
}
