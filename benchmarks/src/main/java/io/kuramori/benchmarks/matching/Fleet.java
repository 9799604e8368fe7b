package io.kuramori.benchmarks.matching;

import io.kuramori.engine.matching.Component;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Components of bills of materials: a third of the distinct ones of packages that advisories speak of, the others of
/// packages that none does, 8 of 100 with a CPE name; some stand in nearly every bill, most in few.
final class Fleet {

    private static final Shape[] PACKAGES = {
        Shape.NPM,
        Shape.NPM,
        Shape.NPM,
        Shape.PYPI,
        Shape.PYPI,
        Shape.MAVEN,
        Shape.MAVEN,
        Shape.GO,
        Shape.CRATES,
        Shape.RUBYGEMS,
        Shape.NUGET,
        Shape.PACKAGIST,
        Shape.ALMALINUX,
        Shape.DEBIAN,
        Shape.DEBIAN
    };

    private final Random random;
    private final int advisories;

    Fleet(long seed, int advisories) {
        this.random = new Random(seed);
        this.advisories = advisories;
    }

    static String osvName(Shape shape, int name) {
        return switch (shape) {
            case MAVEN -> "org.acme." + Names.of(name % 50) + ":" + Names.of(name);
            case GO -> "acme.example/" + Names.of(name);
            case PACKAGIST -> "acme/" + Names.of(name);
            default -> Names.of(name);
        };
    }

    static String vendor(int name) {
        return "vendor" + name % 900;
    }

    static String cpe(int name, String version) {
        return "cpe:2.3:a:" + vendor(name) + ":" + Names.of(name).replace("-", "\\-") + ":" + version
                + ":*:*:*:*:*:*:*";
    }

    List<Component> distinct(int count) {
        Set<Component> components = new LinkedHashSet<>();
        while (components.size() < count) {
            components.add(random.nextInt(100) < 8 ? byCpe() : byPackage(components.size()));
        }
        return List.copyOf(components);
    }

    private Component byCpe() {
        int names = Corpus.names(Shape.NVD, advisories);
        int name = random.nextInt(names);
        String version = version(Shape.NVD, name);
        return new Component(null, cpe(name, version), Names.of(name), version, null);
    }

    private Component byPackage(int number) {
        Shape shape = PACKAGES[random.nextInt(PACKAGES.length)];
        int names = Corpus.names(shape, advisories);
        int name = random.nextInt(3) == 0 ? random.nextInt(names) : names + number;
        String version = version(shape, name).replace("+", "%2B");
        String purl = switch (shape) {
            case MAVEN -> "pkg:maven/org.acme." + Names.of(name % 50) + "/" + Names.of(name) + "@" + version;
            case GO -> "pkg:golang/acme.example/" + Names.of(name) + "@v" + version;
            case PACKAGIST -> "pkg:composer/acme/" + Names.of(name) + "@" + version;
            case ALMALINUX -> "pkg:rpm/almalinux/" + Names.of(name) + "@" + version + "?distro=almalinux-9.4";
            case DEBIAN -> "pkg:deb/debian/" + Names.of(name) + "@" + version + "?distro=debian-12";
            case NPM -> "pkg:npm/" + Names.of(name) + "@" + version;
            case PYPI -> "pkg:pypi/" + Names.of(name) + "@" + version;
            case CRATES -> "pkg:cargo/" + Names.of(name) + "@" + version;
            case RUBYGEMS -> "pkg:gem/" + Names.of(name) + "@" + version;
            case NUGET -> "pkg:nuget/" + Names.of(name) + "@" + version;
            case BITNAMI, CVE, NVD -> "pkg:bitnami/" + Names.of(name) + "@" + version;
        };
        return new Component(purl, null, Names.of(name), version, null);
    }

    /// One of the versions of a package in use: forty at most.
    private String version(Shape shape, int name) {
        return Names.version(new Random(31L * name + random.nextInt(40)), shape);
    }

    /// Rows that hold the components, each text anew as a reader of bills makes it.
    List<Component> rows(List<Component> distinct, int count) {
        List<Component> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Component one = distinct.get(i < distinct.size() ? i : Names.popular(random, distinct.size()));
            rows.add(new Component(copy(one.purl()), copy(one.cpe()), copied(one.name()), copy(one.version()), null));
        }
        return rows;
    }

    private static @org.jspecify.annotations.Nullable String copy(@org.jspecify.annotations.Nullable String text) {
        return text == null ? null : copied(text);
    }

    private static String copied(String text) {
        return new String(text.toCharArray());
    }
}
