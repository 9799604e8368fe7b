package io.kuramori.engine.matching.severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One of the 270 macrovectors of CVSS v4.0 (specification §8.2, tables 24 to 30): a digit for each equivalence set.
///
/// Long because the table of their scores stands here.
///
/// @param three its digit and that of set six depend on each other, so that they step down together
record Macrovector(int one, int two, int three, int four, int five, int six) {

    /// The published scores, in tenths. Rows: the digits of sets 1, 2, 3 and 6. Columns: sets 4 and 5.
    private static final Map<String, Integer> SCORES = table("""
            0000: 100  98  95  100  93  91   93  89  81
            0001:  99  95  92   96  87  81   90  80  68
            0010:  98  95  90   93  89  81   88  78  69
            0011:  95  92  84   92  81  65   80  70  48
            0021:  92  82  72   79  69  50   69  55  27
            0100:  99  95  92   95  90  84   92  82  72
            0101:  97  92  85   91  83  71   81  71  53
            0110:  95  92  85   92  80  70   84  71  50
            0111:  93  85  73   82  72  59   70  52  30
            0121:  86  75  52   71  52  29   63  29  17
            1000:  98  94  91   94  86  77   87  74  63
            1001:  95  87  81   89  74  64   75  63  49
            1010:  94  88  76   86  74  59   72  57  52
            1011:  89  77  67   76  58  50   57  52  25
            1021:  83  70  54   65  58  26   53  21  13
            1100:  95  88  76   90  75  61   77  68  52
            1101:  90  76  70   77  62  53   66  59  30
            1110:  89  76  62   74  57  47   61  57  24
            1111:  78  67  58   59  57  23   52  29  16
            1121:  71  59  30   58  26  15   23  13   6
            2000:  93  86  75   86  74  56   70  52  40
            2001:  87  72  58   74  61  34   54  40  22
            2010:  85  74  62   72  55  46   53  34  19
            2011:  75  55  51   57  41  19   36  19   8
            2021:  64  51  20   47  21  11   24   9   4
            2100:  88  73  60   73  59  41   54  45  20
            2101:  75  53  50   55  40  20   43  22  11
            2110:  75  58  40   61  48  20   46  17   8
            2111:  55  45  21   51  18   9   18   7   2
            2121:  53  24  14   24  12   5   10   3   1
            """);

    /// A way to a lower neighbour.
    ///
    /// @param lowerScore the neighbour's score
    /// @param set what to measure along the way
    record Step(double lowerScore, EquivalenceSet set) {}

    static Macrovector of(UnaryOperator<String> metric) {
        return new Macrovector(
                one(metric),
                metric.apply("AC").equals("L") && metric.apply("AT").equals("N") ? 0 : 1,
                three(metric),
                four(metric),
                "APU".indexOf(metric.apply("E")),
                six(metric));
    }

    double score() {
        Integer score = SCORES.get(toString());
        if (score == null) {
            throw new IllegalStateException("no macrovector " + this);
        }
        return score / 10.0;
    }

    /// The steps to the lower neighbours that exist.
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        add(steps, new Macrovector(one + 1, two, three, four, five, six), EquivalenceSet.one(one));
        add(steps, new Macrovector(one, two + 1, three, four, five, six), EquivalenceSet.two(two));
        Macrovector byThree = new Macrovector(one, two, three + 1, four, five, six);
        Macrovector bySix = new Macrovector(one, two, three, four, five, six + 1);
        // Where both ways exist, the higher score counts (§8.2, step 1).
        boolean six = SCORES.containsKey(bySix.toString())
                && (!SCORES.containsKey(byThree.toString()) || bySix.score() > byThree.score());
        add(steps, six ? bySix : byThree, EquivalenceSet.threeAndSix(three, this.six));
        add(steps, new Macrovector(one, two, three, four + 1, five, this.six), EquivalenceSet.four(four));
        add(steps, new Macrovector(one, two, three, four, five + 1, this.six), EquivalenceSet.FIVE);
        return steps;
    }

    private static void add(List<Step> steps, Macrovector lower, EquivalenceSet set) {
        if (SCORES.containsKey(lower.toString())) {
            steps.add(new Step(lower.score(), set));
        }
    }

    private static int one(UnaryOperator<String> metric) {
        boolean network = metric.apply("AV").equals("N");
        boolean nobody = metric.apply("PR").equals("N");
        boolean alone = metric.apply("UI").equals("N");
        if (network && nobody && alone) {
            return 0;
        }
        return (network || nobody || alone) && !metric.apply("AV").equals("P") ? 1 : 2;
    }

    private static int three(UnaryOperator<String> metric) {
        boolean confidentiality = metric.apply("VC").equals("H");
        boolean integrity = metric.apply("VI").equals("H");
        if (confidentiality && integrity) {
            return 0;
        }
        return confidentiality || integrity || metric.apply("VA").equals("H") ? 1 : 2;
    }

    private static int four(UnaryOperator<String> metric) {
        if (metric.apply("SI").equals("S") || metric.apply("SA").equals("S")) {
            return 0;
        }
        return metric.apply("SC").equals("H")
                        || metric.apply("SI").equals("H")
                        || metric.apply("SA").equals("H")
                ? 1
                : 2;
    }

    private static int six(UnaryOperator<String> metric) {
        boolean grave = both(metric, "CR", "VC") || both(metric, "IR", "VI") || both(metric, "AR", "VA");
        return grave ? 0 : 1;
    }

    private static boolean both(UnaryOperator<String> metric, String requirement, String impact) {
        return metric.apply(requirement).equals("H") && metric.apply(impact).equals("H");
    }

    @Override
    public String toString() {
        return "" + one + two + three + four + five + six;
    }

    private static Map<String, Integer> table(String text) {
        Map<String, Integer> table = new HashMap<>();
        text.lines().forEach(line -> {
            String row = line.substring(0, 4);
            String[] cells = line.substring(5).strip().split(" +", -1);
            for (int i = 0; i < cells.length; i++) {
                table.put(row.substring(0, 3) + i / 3 + i % 3 + row.charAt(3), Integer.valueOf(cells[i]));
            }
        });
        return Map.copyOf(table);
    }
}
