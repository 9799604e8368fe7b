package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.golang.GoOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.nuget.NugetOrder;
import io.kuramori.engine.matching.version.pypi.PypiOrder;
import io.kuramori.engine.matching.version.rubygems.GemOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ecosystems whose names and version order are known exactly.
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
    BITNAMI("Bitnami", "bitnami", SemverOrder.INSTANCE);

    private static final Map<String, Ecosystem> BY_OSV_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(e -> e.osvName, Function.identity()));
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

    static Optional<Ecosystem> ofOsvName(String name) {
        int suffix = name.indexOf(':');
        return Optional.ofNullable(BY_OSV_NAME.get(suffix < 0 ? name : name.substring(0, suffix)));
    }

    static Optional<Ecosystem> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    VersionOrder<?> order() {
        return order;
    }

    /// The key of a package as the Open Source Vulnerability format names it (`group:artifact` for Maven).
    PackageKey key(String name) {
        return Names.key(type, this == MAVEN ? name.replace(':', '/') : name);
    }
}
