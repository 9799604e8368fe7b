package io.kuramori.engine.matching.epss;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The scores of one day.
///
/// @param model the model's version, such as `v2023.03.01`; empty in files from before they said so
/// @param date the day as the file writes it; empty likewise
/// @param scores by CVE number in capitals
public record Epss(String model, String date, Map<String, Score> scores) {

    /// @param probability of exploitation within 30 days, from 0 to 1
    /// @param percentile the share of all scores that are not higher, from 0 to 1; early files have none
    public record Score(double probability, Optional<Double> percentile) {}

    public Epss {
        scores = Map.copyOf(scores);
    }

    /// The highest score among the ids of one vulnerability.
    public Optional<Score> of(Collection<String> ids) {
        return List.copyOf(ids).stream()
                .map(id -> Optional.ofNullable(scores.get(id.toUpperCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .max((left, right) -> Double.compare(left.probability, right.probability));
    }
}
