package io.kuramori.engine.matching.severity;

import java.util.Map;
import java.util.Optional;

/// A CVSS vector of version 2.0, 3.0, 3.1 or 4.0, read and valid: every mandatory metric once, no unknown metric or
/// value. Metrics may stand in any order, as version 3 allows and writers of version 4 do.
///
/// Scores are exact: versions 2 and 3 are reckoned in decimals, version 4 by its published macrovector table.
public sealed interface Cvss permits Cvss2, Cvss3, Cvss4 {

    /// Longest vector read, in characters.
    int MAX_LENGTH = 512;

    /// Such as `CVSS:3.1`.
    String system();

    /// The metrics as given, those left out absent.
    Map<String, String> metrics();

    /// The score of the base metrics alone.
    double base();

    /// The score of all metrics that the vector gives: the environmental one where it has such metrics, else the
    /// temporal or threat one, else the base score.
    double overall();

    /// Which metrics [#overall()] counts: `CVSS-B`, `CVSS-BT`, `CVSS-BE` or `CVSS-BTE` (version 4.0 §1.3, here for
    /// every
    /// version).
    String nomenclature();

    /// The score that stands for the vector where one is wanted. Version 4 has one score for a vector; for versions 2
    /// and 3 sources publish the base score.
    default double score() {
        return switch (this) {
            case Cvss2 two -> two.base();
            case Cvss3 three -> three.base();
            case Cvss4 four -> four.overall();
        };
    }

    /// What reading gave.
    sealed interface Result {}

    record Read(Cvss cvss) implements Result {}

    /// @param at the offending part of the vector, or empty for the whole
    /// @param expected what should stand there
    record Malformed(String at, String expected) implements Result {}

    /// Reads a vector; parentheses around version 2 are allowed, as the NVD used to write them.
    static Result parse(String vector) {
        if (vector.length() > MAX_LENGTH) {
            return new Malformed("", "at most " + MAX_LENGTH + " characters");
        }
        if (vector.startsWith("CVSS:4.0/")) {
            return CvssMetrics.VERSION_4.read(vector.substring(9), Cvss4::new);
        }
        if (vector.startsWith("CVSS:3.1/") || vector.startsWith("CVSS:3.0/")) {
            String system = vector.substring(0, 8);
            return CvssMetrics.VERSION_3.read(vector.substring(9), metrics -> new Cvss3(system, metrics));
        }
        String plain =
                vector.startsWith("(") && vector.endsWith(")") ? vector.substring(1, vector.length() - 1) : vector;
        return plain.startsWith("AV:") || plain.contains("/Au:")
                ? CvssMetrics.VERSION_2.read(plain, Cvss2::new)
                : new Malformed("", "a vector of CVSS 2.0, 3.0, 3.1 or 4.0");
    }

    /// The vector, if it is a valid one.
    static Optional<Cvss> of(String vector) {
        return parse(vector) instanceof Read(Cvss cvss) ? Optional.of(cvss) : Optional.empty();
    }
}
