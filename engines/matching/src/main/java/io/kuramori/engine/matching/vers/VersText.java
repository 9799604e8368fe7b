package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.purl.Percent;
import io.kuramori.engine.matching.vers.VersRange.Malformed;
import io.kuramori.engine.matching.vers.VersRange.Read;
import io.kuramori.engine.matching.vers.VersRange.Result;
import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.Sorted;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a range in the VERS notation apart.
final class VersText {

    private static final Pattern RANGE =
            Pattern.compile("vers:([A-Za-z][A-Za-z0-9.-]*+)/(.*+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private VersText() {}

    static Result lenient(String text) {
        if (text.length() > VersRange.MAX_LENGTH) {
            return new Malformed("longer than " + VersRange.MAX_LENGTH + " characters");
        }
        Matcher range = RANGE.matcher(text.replaceAll("\\s++", ""));
        if (!range.matches()) {
            return new Malformed("it is not vers:scheme/constraints");
        }
        String scheme = range.group(1).toLowerCase(Locale.ROOT);
        List<Constraint> constraints = new ArrayList<>();
        for (String part : range.group(2).split("\\|", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            Optional<Constraint> constraint = constraint(part);
            if (constraint.isEmpty() || constraints.size() == VersRange.MAX_CONSTRAINTS) {
                return new Malformed(
                        constraint.isEmpty() ? "\"" + part + "\" is no constraint" : "it has too many constraints");
            }
            constraints.add(constraint.get());
        }
        if (constraints.isEmpty() || (constraints.size() > 1 && constraints.contains(Constraint.any()))) {
            return new Malformed("it has no constraint, or * beside others");
        }
        return new Read(new VersRange(scheme, sorted(scheme, constraints, false)));
    }

    static Result strict(String text) {
        if (text.length() <= VersRange.MAX_LENGTH && text.chars().anyMatch(Character::isWhitespace)) {
            return new Malformed("whitespace is not permitted");
        }
        if (!(lenient(text) instanceof Read(VersRange range))) {
            return lenient(text);
        }
        if (range.scheme().equals("datetime")
                && range.constraints().stream()
                        .anyMatch(c -> c.version().contains("t") || c.version().contains("z"))) {
            return new Malformed("T and Z are written in upper case");
        }
        return range.toString().equals(text) ? new Read(range) : new Malformed("its canonical form is " + range);
    }

    private static Optional<Constraint> constraint(String part) {
        if (part.equals("*")) {
            return Optional.of(Constraint.any());
        }
        Comparator comparator = part.startsWith(">=")
                ? Comparator.AT_LEAST
                : part.startsWith("<=")
                        ? Comparator.AT_MOST
                        : part.startsWith("!=")
                                ? Comparator.NOT_EQUAL
                                : part.startsWith(">")
                                        ? Comparator.GREATER
                                        : part.startsWith("<") ? Comparator.LESS : Comparator.EQUAL;
        String version = comparator == Comparator.EQUAL && !part.startsWith("=")
                ? part
                : part.substring(comparator.sign().length());
        return Percent.decode(version)
                .filter(decoded -> !decoded.isEmpty() && version.chars().noneMatch(c -> "<>=!*".indexOf(c) >= 0))
                .map(decoded -> Constraint.of(comparator, decoded));
    }

    /// Sorted by version; as given when the order is not known or does not read one of them.
    ///
    /// @param byComparator whether constraints on one version are sorted too, rather than left in their order
    static List<Constraint> sorted(String scheme, List<Constraint> constraints, boolean byComparator) {
        return Schemes.order(scheme)
                .map(order -> sorted(constraints, order, byComparator))
                .orElse(constraints);
    }

    private static <K extends Comparable<K>> List<Constraint> sorted(
            List<Constraint> constraints, VersionOrder<K> order, boolean byComparator) {
        record Keyed<K extends Comparable<K>>(K key, Constraint constraint) {}
        List<Keyed<K>> keyed = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (!(order.parse(constraint.version()) instanceof Parse.Parsed<K>(K key))) {
                return constraints;
            }
            keyed.add(new Keyed<>(key, constraint));
        }
        return Sorted.by(
                        (left, right) -> {
                            int versions = left.key.compareTo(right.key);
                            return versions != 0 || !byComparator
                                    ? versions
                                    : left.constraint.comparator().compareTo(right.constraint.comparator());
                        },
                        keyed)
                .stream()
                .map(Keyed::constraint)
                .toList();
    }
}
