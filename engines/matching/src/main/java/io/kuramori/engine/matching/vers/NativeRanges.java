package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.VersRange.Malformed;
import io.kuramori.engine.matching.vers.VersRange.Read;
import io.kuramori.engine.matching.vers.VersRange.Result;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Ranges in the notations of the ecosystems. A notation gives alternatives, each a list of constraints that hold
/// together; VERS has no "together", so they become intervals first. The constraints as given are kept where, sorted,
/// they mean the same; else the shortest that do.
final class NativeRanges {

    private NativeRanges() {}

    /// Reads one notation.
    interface Notation {
        /// @throws Refused when the text is not in the notation
        List<List<Constraint>> alternatives(String range) throws Refused;
    }

    /// Why the text is no range; caught at the face.
    static final class Refused extends Exception {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    static Result read(String given, String range) {
        String scheme = given.toLowerCase(Locale.ROOT);
        Optional<VersionOrder<?>> order = Schemes.order(scheme);
        if (order.isEmpty() || range.length() > VersRange.MAX_LENGTH) {
            return new Malformed(
                    "its scheme is not known, or it is longer than " + VersRange.MAX_LENGTH + " characters");
        }
        try {
            return vers(scheme, notation(scheme).alternatives(range.strip()), order.get());
        } catch (Refused e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Notation notation(String scheme) {
        return switch (scheme) {
            case "npm", "semver", "swift", "github" -> new NpmRanges(false);
            case "cargo" -> new NpmRanges(true);
            case "pypi" -> new PypiRanges();
            case "gem", "hex" -> new GemRanges();
            case "maven" -> new BracketRanges(false);
            case "nuget" -> new BracketRanges(true);
            case "conan" -> new ConanRanges();
            case "nginx" -> new NginxRanges();
            case "openssl" -> new PlainRanges(true);
            default -> new PlainRanges(false);
        };
    }

    private static <K extends Comparable<K>> Result vers(
            String scheme, List<List<Constraint>> alternatives, VersionOrder<K> order) throws Refused {
        List<Constraint> given = new ArrayList<>();
        List<Span<K>> spans = new ArrayList<>();
        for (List<Constraint> alternative : alternatives) {
            given.addAll(alternative);
            if (given.size() > VersRange.MAX_CONSTRAINTS) {
                throw new Refused("it has too many constraints");
            }
            Spans<K> together = Spans.everything();
            for (Constraint constraint : alternative) {
                together = together.intersect(meaning(List.of(constraint), order));
            }
            spans.addAll(together.spans());
        }
        Spans<K> exact = Spans.union(spans);
        if (exact.spans().isEmpty()) {
            throw new Refused("no version lies in it");
        }
        boolean anyBesideOthers = given.size() > 1 && given.contains(Constraint.any());
        List<Constraint> sorted = VersText.sorted(scheme, given, true);
        boolean kept = !anyBesideOthers && meaning(sorted, order).same(exact);
        return new Read(new VersRange(scheme, kept ? sorted : exact.constraints()));
    }

    private static <K extends Comparable<K>> Spans<K> meaning(List<Constraint> constraints, VersionOrder<K> order)
            throws Refused {
        return Spans.of(constraints, order)
                .orElseThrow(() -> new Refused("a version in it is not one of " + order.name()));
    }
}
