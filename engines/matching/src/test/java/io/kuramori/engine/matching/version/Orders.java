package io.kuramori.engine.matching.version;

import io.kuramori.engine.matching.version.actions.ActionsOrder;
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
import java.util.LinkedHashMap;
import java.util.Map;

/// Every order by the name of its golden file.
public final class Orders {

    private static final Map<String, VersionOrder<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("actions", ActionsOrder.INSTANCE);
        ALL.put("alpine", ApkOrder.INSTANCE);
        ALL.put("arch", ArchOrder.INSTANCE);
        ALL.put("conan", ConanOrder.INSTANCE);
        ALL.put("cran", CranOrder.INSTANCE);
        ALL.put("datetime", DatetimeOrder.INSTANCE);
        ALL.put("debian", DpkgOrder.INSTANCE);
        ALL.put("generic", GenericOrder.INSTANCE);
        ALL.put("gentoo", GentooOrder.INSTANCE);
        ALL.put("go", GoOrder.INSTANCE);
        ALL.put("hackage", HackageOrder.INSTANCE);
        ALL.put("intdot", IntdotOrder.INSTANCE);
        ALL.put("julia", JuliaOrder.INSTANCE);
        ALL.put("lexicographic", LexicographicOrder.INSTANCE);
        ALL.put("maven", MavenOrder.INSTANCE);
        ALL.put("nuget", NugetOrder.INSTANCE);
        ALL.put("opam", OpamOrder.INSTANCE);
        ALL.put("openssl", OpensslOrder.INSTANCE);
        ALL.put("packagist", PackagistOrder.INSTANCE);
        ALL.put("pub", PubOrder.INSTANCE);
        ALL.put("pypi", PypiOrder.INSTANCE);
        ALL.put("rpm", RpmOrder.INSTANCE);
        ALL.put("rubygems", GemOrder.INSTANCE);
        ALL.put("semver", SemverOrder.INSTANCE);
    }

    private Orders() {}

    public static Map<String, VersionOrder<?>> all() {
        return ALL;
    }
}
