package io.kuramori.engine.matching.severity;

import io.kuramori.engine.matching.severity.Cvss.Malformed;
import io.kuramori.engine.matching.severity.Cvss.Read;
import io.kuramori.engine.matching.severity.Cvss.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which metrics a version of CVSS has and which values each may take.
///
/// @param mandatory names and values of the metrics that must be there
/// @param optional the others, in the order of the specification
record CvssMetrics(Map<String, List<String>> mandatory, Map<String, List<String>> optional) {

    /// CVSS v2 guide §2.4.
    static final CvssMetrics VERSION_2 = new CvssMetrics(
            table("AV L A N; AC H M L; Au M S N; C N P C; I N P C; A N P C"),
            table("E U POC F H ND; RL OF TF W U ND; RC UC UR C ND; CDP N L LM MH H ND; TD N L M H ND; "
                    + "CR L M H ND; IR L M H ND; AR L M H ND"));

    /// CVSS v3.1 specification §6, the same as v3.0's.
    static final CvssMetrics VERSION_3 = new CvssMetrics(
            table("AV N A L P; AC L H; PR N L H; UI N R; S U C; C H L N; I H L N; A H L N"),
            table(
                    "E X H F P U; RL X U W T O; RC X C R U; CR X H M L; IR X H M L; AR X H M L; MAV X N A L P; MAC X L H; "
                            + "MPR X N L H; MUI X N R; MS X U C; MC X N L H; MI X N L H; MA X N L H"));

    /// CVSS v4.0 specification §7, table 23.
    static final CvssMetrics VERSION_4 = new CvssMetrics(
            table("AV N A L P; AC L H; AT N P; PR N L H; UI N P A; VC H L N; VI H L N; VA H L N; SC H L N; SI H L N; "
                    + "SA H L N"),
            table("E X A P U; CR X H M L; IR X H M L; AR X H M L; MAV X N A L P; MAC X L H; MAT X N P; MPR X N L H; "
                    + "MUI X N P A; MVC X H L N; MVI X H L N; MVA X H L N; MSC X H L N; MSI X S H L N; MSA X S H L N; "
                    + "S X N P; AU X N Y; R X A U I; V X D C; RE X L M H; U X Clear Green Amber Red"));

    private static Map<String, List<String>> table(String text) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String line : text.split("; ", -1)) {
            List<String> words = List.of(line.split(" ", -1));
            table.put(words.getFirst(), words.subList(1, words.size()));
        }
        return table;
    }

    Result read(String text, Function<Map<String, String>, Cvss> maker) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (String part : text.split("/", -1)) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? part : part.substring(0, colon);
            List<String> values = mandatory.getOrDefault(name, optional.get(name));
            if (colon < 0 || values == null) {
                return new Malformed(part, "a metric of this version and its value");
            }
            if (!values.contains(part.substring(colon + 1))) {
                return new Malformed(part, "one of " + String.join(", ", values));
            }
            if (metrics.put(name, part.substring(colon + 1)) != null) {
                return new Malformed(part, "each metric once");
            }
        }
        for (String name : mandatory.keySet()) {
            if (!metrics.containsKey(name)) {
                return new Malformed("", "the metric " + name);
            }
        }
        return new Read(maker.apply(metrics));
    }

    /// Which groups of metrics count, in the words of version 4.0.
    static String nomenclature(boolean threat, boolean environment) {
        return "CVSS-B" + (threat ? "T" : "") + (environment ? "E" : "");
    }
}
