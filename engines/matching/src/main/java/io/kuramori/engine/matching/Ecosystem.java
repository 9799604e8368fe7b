package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.actions.ActionsOrder;
import io.kuramori.engine.matching.version.alpine.ApkOrder;
import io.kuramori.engine.matching.version.arch.ArchOrder;
import io.kuramori.engine.matching.version.conan.ConanOrder;
import io.kuramori.engine.matching.version.cran.CranOrder;
import io.kuramori.engine.matching.version.debian.DpkgOrder;
import io.kuramori.engine.matching.version.golang.GoOrder;
import io.kuramori.engine.matching.version.hackage.HackageOrder;
import io.kuramori.engine.matching.version.julia.JuliaOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.nuget.NugetOrder;
import io.kuramori.engine.matching.version.opam.OpamOrder;
import io.kuramori.engine.matching.version.packagist.PackagistOrder;
import io.kuramori.engine.matching.version.pub.PubOrder;
import io.kuramori.engine.matching.version.pypi.PypiOrder;
import io.kuramori.engine.matching.version.rpm.RpmOrder;
import io.kuramori.engine.matching.version.rubygems.GemOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ecosystems whose names and version order are known exactly. The distributions among the packages of `deb`, `rpm`
/// and `apk` are [Distribution]'s.
enum Ecosystem {
    MAVEN("Maven", "maven", MavenOrder.INSTANCE),
    NPM("npm", "npm", SemverOrder.INSTANCE),
    PYPI("PyPI", "pypi", PypiOrder.INSTANCE),
    GO("Go", "golang", GoOrder.INSTANCE),
    CRATES("crates.io", "cargo", SemverOrder.INSTANCE),
    HEX("Hex", "hex", SemverOrder.INSTANCE),
    RUBYGEMS("RubyGems", "gem", GemOrder.INSTANCE),
    NUGET("NuGet", "nuget", NugetOrder.INSTANCE),
    SWIFT("SwiftURL", "swift", SemverOrder.INSTANCE),
    BITNAMI("Bitnami", "bitnami", SemverOrder.INSTANCE),
    PACKAGIST("Packagist", "composer", PackagistOrder.INSTANCE),
    PUB("Pub", "pub", PubOrder.INSTANCE),
    CRAN("CRAN", "cran", CranOrder.INSTANCE),
    HACKAGE("Hackage", "hackage", HackageOrder.INSTANCE),
    CONAN("ConanCenter", "conan", ConanOrder.INSTANCE),
    ACTIONS("GitHub Actions", "github", ActionsOrder.INSTANCE),
    JULIA("Julia", "julia", JuliaOrder.INSTANCE),
    OPAM("opam", "opam", OpamOrder.INSTANCE),
    /// Only under the names of its distributions.
    DEB("", "deb", DpkgOrder.INSTANCE),
    RPM("", "rpm", RpmOrder.INSTANCE),
    APK("", "apk", ApkOrder.INSTANCE),
    /// Not in the Open Source Vulnerability format.
    ALPM("", "alpm", ArchOrder.INSTANCE);

    private static final Map<String, Ecosystem> BY_OSV_NAME = Stream.of(values())
            .filter(e -> !e.osvName.isEmpty())
            .collect(Collectors.toUnmodifiableMap(e -> e.osvName, Function.identity()));
    private static final Map<String, Ecosystem> BY_TYPE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(e -> e.type, Function.identity()));

    private final String osvName;
    private final String type;
    // Orders are immutable by contract; the checker cannot see it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final VersionOrder<?> order;

    Ecosystem(String osvName, String type, VersionOrder<?> order) {
        this.osvName = osvName;
        this.type = type;
        this.order = order;
    }

    /// Packages as a source of advisories names them.
    interface Naming {
        /// The key of a package by the name it has there.
        PackageKey key(String name);
    }

    /// @param name as the Open Source Vulnerability format writes it, such as `PyPI` or `Debian:12`
    static Optional<Naming> ofOsvName(String name) {
        int colon = name.indexOf(':');
        String ecosystem = colon < 0 ? name : name.substring(0, colon);
        Ecosystem known = BY_OSV_NAME.get(ecosystem);
        return known != null
                ? Optional.of(known::key)
                : Distribution.ofOsvName(ecosystem, colon < 0 ? "" : name.substring(colon + 1));
    }

    static Optional<Ecosystem> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    VersionOrder<?> order() {
        return order;
    }

    /// The key of a package as the Open Source Vulnerability format names it (`group:artifact` for Maven, a Git URL for
    /// Swift).
    private PackageKey key(String name) {
        return Names.key(
                type,
                switch (this) {
                    case MAVEN -> name.replace(':', '/');
                    case SWIFT -> name.replaceFirst("^https?://", "").replaceFirst("\\.git$", "");
                    default -> name;
                });
    }
}
