package io.kuramori.engine.matching;

import java.util.List;
import java.util.Optional;

/// What an advisory says about one package: ranges, or versions by name, or both (then either suffices).
///
/// @param ecosystem the ecosystem as the source writes it, such as `PyPI` or `Debian:12`; empty when it gives none
/// @param name the name as the source writes it
/// @param vectors the CVSS vectors for this package alone, where the source scores packages apart
/// @param key the identity under which components meet it; empty when the ecosystem is not known here
public record AffectedPackage(
        String ecosystem,
        String name,
        Optional<PackageKey> key,
        List<Range> ranges,
        List<String> versions,
        List<String> vectors) {

    public AffectedPackage {
        vectors = List.copyOf(vectors);
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
    }

    /// A package as the Open Source Vulnerability format names it.
    public static AffectedPackage ofOsv(String ecosystem, String name, List<Range> ranges, List<String> versions) {
        return ofOsv(ecosystem, name, ranges, versions, List.of());
    }

    public static AffectedPackage ofOsv(
            String ecosystem, String name, List<Range> ranges, List<String> versions, List<String> vectors) {
        Optional<PackageKey> key = Ecosystem.ofOsvName(ecosystem).map(known -> known.key(name));
        return new AffectedPackage(ecosystem, name, key, ranges, versions, vectors);
    }
}
