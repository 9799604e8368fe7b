package io.kuramori.engine.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Random advisories and components of packages in many ecosystems, few names and versions each, with ranges of every
/// kind; the same for the same seed.
final class Packages {

    /// An ecosystem as advisories name it, and what the package URLs of its packages begin with.
    private record Kind(String ecosystem, String purl, String qualifiers) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("Maven", "pkg:maven/org.acme/", ""),
            new Kind("PyPI", "pkg:pypi/", ""),
            new Kind("npm", "pkg:npm/", ""),
            new Kind("Go", "pkg:golang/acme.example/", ""),
            new Kind("RubyGems", "pkg:gem/", ""),
            new Kind("NuGet", "pkg:nuget/", ""),
            new Kind("crates.io", "pkg:cargo/", ""),
            new Kind("Packagist", "pkg:composer/acme/", ""),
            new Kind("ConanCenter", "pkg:conan/", ""),
            new Kind("Hackage", "pkg:hackage/", ""),
            new Kind("Debian:12", "pkg:deb/debian/", "?distro=debian-12"),
            new Kind("Debian:11", "pkg:deb/debian/", "?distro=debian-11"),
            new Kind("Debian", "pkg:deb/debian/", ""),
            new Kind("Alpine:v3.18", "pkg:apk/alpine/", "?distro=3.18"),
            new Kind("AlmaLinux:9", "pkg:rpm/almalinux/", "?distro=almalinux-9"));

    private static final List<String> TAILS =
            List.of("", "", "", "", ".0", "-1", "-rc1", "a", "-SNAPSHOT", ".Final", "+b1");

    private final Random random;

    Packages(long seed) {
        random = new Random(seed);
    }

    List<Advisory> advisories(int count) {
        List<Advisory> advisories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            advisories.add(advisory("T-" + i));
        }
        return advisories;
    }

    Advisory advisory(String id) {
        AdvisoryDraft draft = new AdvisoryDraft(id, "test");
        if (random.nextInt(30) == 0) {
            draft.withdrawn(Optional.of(Instant.EPOCH));
        }
        Kind first = KINDS.get(random.nextInt(KINDS.size()));
        String name = name();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean same = random.nextBoolean();
            Kind kind = same ? KINDS.get(random.nextInt(KINDS.size())) : first;
            draft.affected(
                    AffectedPackage.ofOsv(kind.ecosystem, full(kind, same ? name : name()), ranges(), versions()));
        }
        if (random.nextInt(10) == 0) {
            draft.product(new AffectedProduct(
                    List.of(new Identifier.OfPackage(new PackageKey("npm", name()))),
                    List.of(new VersionRow(new VersionSet.Exactly(version()), Status.AFFECTED)),
                    Status.NOT_AFFECTED));
        }
        return draft.done();
    }

    private static String full(Kind kind, String name) {
        return switch (kind.ecosystem) {
            case "Maven" -> "org.acme:" + name;
            case "Go" -> "acme.example/" + name;
            case "Packagist" -> "acme/" + name;
            default -> name;
        };
    }

    private List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Event> events = new ArrayList<>();
            events.add(new Event.Introduced(random.nextInt(3) == 0 ? "0" : version()));
            for (int j = random.nextInt(4); j > 0; j--) {
                events.add(
                        switch (random.nextInt(8)) {
                            case 0 -> new Event.Introduced(version());
                            case 1, 2 -> new Event.LastAffected(version());
                            case 3 -> new Event.Limit(random.nextInt(3) == 0 ? "*" : version());
                            default -> new Event.Fixed(version());
                        });
            }
            Range.Kind kind = random.nextInt(12) == 0 ? Range.Kind.GIT : Range.Kind.ECOSYSTEM;
            ranges.add(new Range(kind, events));
        }
        return ranges;
    }

    private List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (int i = random.nextInt(2) * random.nextInt(5); i > 0; i--) {
            versions.add(version());
        }
        return versions;
    }

    Component component() {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        String version = random.nextInt(12) == 0 ? "" : "@" + version().replace("+", "%2B");
        return Component.ofPurl(kind.purl + name() + version + kind.qualifiers);
    }

    /// Components most of which come more than once.
    List<Component> repeated(int count) {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(
                    i > 0 && random.nextBoolean() ? components.get(random.nextInt(components.size())) : component());
        }
        return components;
    }

    private String name() {
        return List.of("vault", "gate", "night", "moat", "keep").get(random.nextInt(5));
    }

    private String version() {
        if (random.nextInt(60) == 0) {
            return "not a version!";
        }
        String text = random.nextInt(3) + "." + random.nextInt(3);
        return (random.nextInt(3) == 0 ? text + "." + random.nextInt(2) : text)
                + TAILS.get(random.nextInt(TAILS.size()));
    }
}
