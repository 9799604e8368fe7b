package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.VersRange.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes intervals in the notation of an ecosystem. Notations without alternatives can say one interval only.
final class NativeText {

    private NativeText() {}

    static Optional<String> write(String scheme, List<Interval> intervals) {
        if (intervals.isEmpty()) {
            return Optional.empty();
        }
        return switch (scheme) {
            // A hyphen at the end says something else in Conan's own notation.
            case "conan" ->
                intervals.stream().anyMatch(NativeText::endsInHyphen) ? Optional.empty() : write("npm", intervals);
            case "npm", "semver", "golang", "rpm", "apk", "alpm" ->
                Optional.of(joined(intervals, " || ", interval -> comparators(interval, " ", "<", ">", "")));
            case "maven" -> Optional.of(joined(intervals, ",", NativeText::brackets));
            case "nuget" -> only(intervals).map(NativeText::brackets);
            case "pypi" -> only(intervals).map(interval -> comparators(interval, ",", "<", ">", "=="));
            case "gem" -> only(intervals).map(interval -> comparators(interval, ", ", "<", ">", "= "));
            case "deb" -> only(intervals).map(interval -> comparators(interval, ", ", "<<", ">>", "= "));
            default -> Optional.empty();
        };
    }

    private static Optional<Interval> only(List<Interval> intervals) {
        return intervals.size() == 1 ? Optional.of(intervals.getFirst()) : Optional.empty();
    }

    private static String joined(List<Interval> intervals, String or, Function<Interval, String> words) {
        return intervals.stream().map(words).collect(Collectors.joining(or));
    }

    private static String comparators(Interval interval, String and, String less, String greater, String equal) {
        String low = interval.low();
        String high = interval.high();
        if (low == null && high == null) {
            return "*";
        }
        if (single(interval)) {
            return equal + low;
        }
        List<String> words = new ArrayList<>();
        if (low != null) {
            words.add((interval.lowIncluded() ? ">=" : greater) + low);
        }
        if (high != null) {
            words.add((interval.highIncluded() ? "<=" : less) + high);
        }
        return String.join(and, words);
    }

    private static String brackets(Interval interval) {
        String low = interval.low() == null ? "" : interval.low();
        String high = interval.high() == null ? "" : interval.high();
        return single(interval)
                ? "[" + low + "]"
                : (interval.lowIncluded() ? "[" : "(") + low + "," + high + (interval.highIncluded() ? "]" : ")");
    }

    private static boolean endsInHyphen(Interval interval) {
        return String.valueOf(interval.low()).endsWith("-")
                || String.valueOf(interval.high()).endsWith("-");
    }

    private static boolean single(Interval interval) {
        return interval.low() != null && interval.low().equals(interval.high());
    }
}
