package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.alpine.ApkOrder;
import io.kuramori.engine.matching.version.arch.ArchOrder;
import io.kuramori.engine.matching.version.conan.ConanOrder;
import io.kuramori.engine.matching.version.cran.CranOrder;
import io.kuramori.engine.matching.version.datetime.DatetimeOrder;
import io.kuramori.engine.matching.version.debian.DpkgOrder;
import io.kuramori.engine.matching.version.generic.GenericOrder;
import io.kuramori.engine.matching.version.gentoo.GentooOrder;
import io.kuramori.engine.matching.version.golang.GoOrder;
import io.kuramori.engine.matching.version.hackage.HackageOrder;
import io.kuramori.engine.matching.version.intdot.IntdotOrder;
import io.kuramori.engine.matching.version.julia.JuliaOrder;
import io.kuramori.engine.matching.version.lexicographic.LexicographicOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.nuget.NugetOrder;
import io.kuramori.engine.matching.version.opam.OpamOrder;
import io.kuramori.engine.matching.version.openssl.OpensslOrder;
import io.kuramori.engine.matching.version.packagist.PackagistOrder;
import io.kuramori.engine.matching.version.pub.PubOrder;
import io.kuramori.engine.matching.version.pypi.PypiOrder;
import io.kuramori.engine.matching.version.rpm.RpmOrder;
import io.kuramori.engine.matching.version.rubygems.GemOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.Map;
import java.util.Optional;

/// The order of each versioning scheme.
public final class Schemes {

    private static final Map<String, VersionOrder<?>> ORDERS = Map.ofEntries(
            Map.entry("alpine", ApkOrder.INSTANCE),
            Map.entry("apk", ApkOrder.INSTANCE),
            Map.entry("alpm", ArchOrder.INSTANCE),
            Map.entry("arch", ArchOrder.INSTANCE),
            Map.entry("bitnami", SemverOrder.INSTANCE),
            Map.entry("cargo", SemverOrder.INSTANCE),
            Map.entry("composer", PackagistOrder.INSTANCE),
            Map.entry("conan", ConanOrder.INSTANCE),
            Map.entry("cran", CranOrder.INSTANCE),
            Map.entry("datetime", DatetimeOrder.INSTANCE),
            Map.entry("deb", DpkgOrder.INSTANCE),
            Map.entry("ebuild", GentooOrder.INSTANCE),
            Map.entry("gem", GemOrder.INSTANCE),
            Map.entry("generic", GenericOrder.INSTANCE),
            Map.entry("gentoo", GentooOrder.INSTANCE),
            Map.entry("github", SemverOrder.INSTANCE),
            Map.entry("golang", GoOrder.INSTANCE),
            Map.entry("hackage", HackageOrder.INSTANCE),
            Map.entry("hex", SemverOrder.INSTANCE),
            Map.entry("intdot", IntdotOrder.INSTANCE),
            Map.entry("julia", JuliaOrder.INSTANCE),
            Map.entry("lexicographic", LexicographicOrder.INSTANCE),
            Map.entry("maven", MavenOrder.INSTANCE),
            Map.entry("nginx", IntdotOrder.INSTANCE),
            Map.entry("npm", SemverOrder.INSTANCE),
            Map.entry("nuget", NugetOrder.INSTANCE),
            Map.entry("opam", OpamOrder.INSTANCE),
            Map.entry("openssl", OpensslOrder.INSTANCE),
            Map.entry("pub", PubOrder.INSTANCE),
            Map.entry("pypi", PypiOrder.INSTANCE),
            Map.entry("rpm", RpmOrder.INSTANCE),
            Map.entry("semver", SemverOrder.INSTANCE),
            Map.entry("swift", SemverOrder.INSTANCE));

    private Schemes() {}

    /// @param scheme lower case; a purl type is one, too
    public static Optional<VersionOrder<?>> order(String scheme) {
        return Optional.ofNullable(ORDERS.get(scheme));
    }
}
