package io.kuramori.engine.matching.severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// CVSS v4.0 (specification §8.2). A vector belongs to one of 270 macrovectors, each with a published score. From that
/// score is taken the mean, over the equivalence sets that have a lower neighbour, of how far the vector lies on the
/// way
/// to it.
public record Cvss4(Map<String, String> metrics) implements Cvss {

    private static final List<String> ENVIRONMENTAL =
            List.of("CR", "IR", "AR", "MAV", "MAC", "MAT", "MPR", "MUI", "MVC", "MVI", "MVA", "MSC", "MSI", "MSA");
    private static final List<String> OPEN = List.of("E", "CR", "IR", "AR");
    private static final List<String> SUPPLEMENTAL = List.of("S", "AU", "R", "V", "RE", "U");

    /// Against halves that binary fractions put just below: 8.6 - 0.05 is rounded as the decimal 8.55 is.
    private static final double EPSILON = 1e-6;

    public Cvss4 {
        metrics = Map.copyOf(metrics);
    }

    @Override
    public String system() {
        return "CVSS:4.0";
    }

    @Override
    public double base() {
        return score(false);
    }

    @Override
    public double overall() {
        return score(true);
    }

    @Override
    public String nomenclature() {
        return CvssMetrics.nomenclature(defined("E"), ENVIRONMENTAL.stream().anyMatch(this::defined));
    }

    /// The supplemental metrics that are defined; they describe and never change a score.
    public Map<String, String> supplemental() {
        Map<String, String> given = new LinkedHashMap<>();
        SUPPLEMENTAL.stream().filter(this::defined).forEach(name -> given.put(name, value(name)));
        return given;
    }

    /// The digits of the six equivalence sets, such as `000200`, of all metrics given.
    public String macroVector() {
        return Macrovector.of(name -> effective(name, true)).toString();
    }

    private double score(boolean all) {
        if (Stream.of("VC", "VI", "VA", "SC", "SI", "SA")
                .allMatch(name -> effective(name, all).equals("N"))) {
            return 0;
        }
        Macrovector macro = Macrovector.of(name -> effective(name, all));
        double value = macro.score();
        double sum = 0;
        int neighbours = 0;
        for (Macrovector.Step step : macro.steps()) {
            neighbours++;
            sum += (value - step.lowerScore())
                    * step.set().distance(name -> effective(name, all))
                    / step.set().depth();
        }
        double score = neighbours == 0 ? value : value - sum / neighbours;
        return Math.floor(Math.clamp(score, 0.0, 10.0) * 10 + 0.5 + EPSILON) / 10;
    }

    /// The value that counts: the modified one where given; the worst case for threat and requirements left open.
    private String effective(String metric, boolean all) {
        String modified = all ? value("M" + metric) : "X";
        if (!modified.equals("X")) {
            return modified;
        }
        boolean mayBeOpen = OPEN.contains(metric);
        String own = mayBeOpen && !all ? "X" : value(metric);
        if (!own.equals("X")) {
            return own;
        }
        return metric.equals("E") ? "A" : "H";
    }

    private boolean defined(String metric) {
        return !value(metric).equals("X");
    }

    private String value(String metric) {
        return metrics.getOrDefault(metric, "X");
    }
}
