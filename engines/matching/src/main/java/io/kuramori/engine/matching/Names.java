package io.kuramori.engine.matching;

import io.kuramori.engine.matching.purl.PackageUrl;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One spelling for each package name: the one in which its registry compares names, and for a distribution's package
/// the one under which its advisories speak of it.
final class Names {

    private Names() {}

    static Purl purl(PackageUrl url) {
        String namespace = url.namespace();
        Optional<Distribution> distribution =
                namespace == null ? Optional.empty() : Distribution.ofNamespace(url.type(), namespace);
        if (distribution.isPresent()) {
            return installed(url, distribution.get());
        }
        // What stands before a Conan package's name is who made it, not part of its name in Conan Center.
        String name = namespace == null || url.type().equals("conan") ? url.name() : namespace + "/" + url.name();
        return new Purl(key(url.type(), name), withEpoch(url), url.qualifiers());
    }

    /// A package of a distribution: by its source where advisories speak of sources and `upstream` tells it.
    private static Purl installed(PackageUrl url, Distribution distribution) {
        Map<String, String> qualifiers = url.qualifiers();
        String distro = qualifiers.getOrDefault("distro", "");
        String upstream = distribution.namesSources() ? qualifiers.get("upstream") : null;
        if (upstream == null) {
            return new Purl(distribution.installed(url.name(), distro), withEpoch(url), qualifiers);
        }
        int at = upstream.indexOf('@');
        String source = source(at < 0 ? upstream : upstream.substring(0, at));
        String version = at < 0 ? withEpoch(url) : upstream.substring(at + 1);
        return new Purl(distribution.installed(source, distro), version, qualifiers);
    }

    /// The name in `name-version-release.src.rpm`; any other text is the name already.
    private static String source(String upstream) {
        if (!upstream.endsWith(".src.rpm")) {
            return upstream;
        }
        int release = upstream.lastIndexOf('-');
        int version = upstream.lastIndexOf('-', release - 1);
        return version > 0 ? upstream.substring(0, version) : upstream;
    }

    private static @Nullable String withEpoch(PackageUrl url) {
        String epoch = url.qualifiers().get("epoch");
        String version = url.version();
        return epoch == null || version == null || version.indexOf(':') >= 0 ? version : epoch + ":" + version;
    }

    static PackageKey key(String type, String name) {
        String lowerType = type.toLowerCase(Locale.ROOT);
        return new PackageKey(lowerType, normalise(lowerType, name));
    }

    private static String normalise(String type, String name) {
        return switch (type) {
            // PEP 503: runs of - _ . are one hyphen.
            case "pypi" -> name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
            case "golang" -> golang(name.toLowerCase(Locale.ROOT));
            case "nuget",
                    "composer",
                    "hex",
                    "npm",
                    "pub",
                    "github",
                    "bitnami",
                    "deb",
                    "rpm",
                    "apk",
                    "alpm",
                    "swift",
                    "conan" -> name.toLowerCase(Locale.ROOT);
            case "cargo" -> name.replace('_', '-');
            default -> name;
        };
    }

    /// Generators name the standard library `std` or `stdlib`.
    private static String golang(String name) {
        return name.equals("std") ? "stdlib" : name;
    }
}
