package io.kuramori.benchmarks.matching;

/// How the advisories of one source look, as measured on real ones: the whole Go, PyPI, crates.io, Bitnami and
/// AlmaLinux
/// databases, 378 advisories of Maven, and 13,317 CVE records of 2021 to 2024 (docs/conformance.md says whose).
///
/// - weight of a hundred advisories so many are of this kind
/// - perName advisories for each package name there is
/// - affected packages an advisory speaks of
/// - ranges of one package
/// - events of one range
/// - versions named besides
/// - details characters of description
// Quantiles hold an array that is never written to.
@SuppressWarnings("ImmutableEnumChecker")
enum Shape {
    NPM("npm", 13, 4, one(), one(), fewEvents(), none(), words()),
    PYPI(
            "PyPI",
            9,
            4,
            one(),
            Quantiles.of(0, 1, 1, 1, 1, 1, 2, 3),
            Quantiles.of(1, 2, 2, 4, 8, 8, 10, 30),
            Quantiles.of(0, 10, 32, 70, 119, 165, 327, 725),
            Quantiles.of(29, 206, 375, 662, 886, 1047, 1469, 2156)),
    MAVEN(
            "Maven",
            8,
            4,
            Quantiles.of(1, 1, 2, 3, 5, 8, 13, 25),
            one(),
            fewEvents(),
            Quantiles.of(0, 5, 17, 40, 80, 108, 219, 445),
            Quantiles.of(0, 195, 285, 454, 950, 1879, 4228, 7852)),
    GO(
            "Go",
            5,
            3,
            Quantiles.of(1, 1, 1, 1, 3, 4, 5, 18),
            one(),
            Quantiles.of(1, 1, 2, 2, 4, 6, 8, 12),
            none(),
            Quantiles.of(7, 89, 115, 169, 461, 509, 684, 1709)),
    CRATES("crates.io", 2, 2, one(), one(), fewEvents(), none(), words()),
    RUBYGEMS("RubyGems", 2, 3, one(), one(), fewEvents(), none(), words()),
    NUGET("NuGet", 2, 3, one(), one(), fewEvents(), none(), words()),
    PACKAGIST("Packagist", 4, 4, one(), one(), fewEvents(), none(), words()),
    BITNAMI(
            "Bitnami",
            4,
            40,
            one(),
            one(),
            Quantiles.of(1, 2, 4, 6, 10, 12, 14, 48),
            none(),
            Quantiles.of(27, 222, 340, 574, 956, 1154, 1455, 2367)),
    ALMALINUX(
            "AlmaLinux:9",
            5,
            3,
            Quantiles.of(1, 2, 4, 10, 28, 56, 171, 348),
            one(),
            Quantiles.of(2, 2, 2, 2, 2, 2, 2, 2),
            none(),
            Quantiles.of(14, 406, 569, 763, 1104, 1479, 3453, 4411)),
    DEBIAN("Debian:12", 6, 6, Quantiles.of(1, 1, 1, 1, 1, 2, 3, 5), one(), fewEvents(), none(), words()),
    /// CVE records of format 5.
    CVE(
            "",
            20,
            4,
            Quantiles.of(1, 1, 1, 1, 2, 5, 24, 49),
            Quantiles.of(0, 1, 1, 1, 4, 6, 11, 189),
            one(),
            none(),
            Quantiles.of(0, 174, 271, 463, 693, 993, 2791, 3998)),
    /// CVEs as NVD gives them, with configurations.
    NVD(
            "",
            20,
            4,
            Quantiles.of(1, 1, 1, 1, 2, 3, 6, 20),
            Quantiles.of(1, 1, 1, 3, 8, 14, 40, 150),
            one(),
            none(),
            Quantiles.of(20, 174, 271, 463, 693, 993, 2791, 3998));

    final String ecosystem;
    final int weight;
    final int perName;
    final Quantiles affected;
    final Quantiles ranges;
    final Quantiles events;
    final Quantiles versions;
    final Quantiles details;

    Shape(
            String ecosystem,
            int weight,
            int perName,
            Quantiles affected,
            Quantiles ranges,
            Quantiles events,
            Quantiles versions,
            Quantiles details) {
        this.ecosystem = ecosystem;
        this.weight = weight;
        this.perName = perName;
        this.affected = affected;
        this.ranges = ranges;
        this.events = events;
        this.versions = versions;
        this.details = details;
    }

    private static Quantiles one() {
        return Quantiles.of(1, 1, 1, 1, 1, 1, 1, 1);
    }

    private static Quantiles none() {
        return Quantiles.of(0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static Quantiles fewEvents() {
        return Quantiles.of(1, 1, 2, 2, 4, 6, 8, 18);
    }

    private static Quantiles words() {
        return Quantiles.of(38, 258, 421, 709, 1164, 1723, 4001, 8394);
    }
}
