package io.kuramori.engine.matching;

import io.kuramori.engine.matching.purl.PackageUrl;
import java.util.Locale;

/// One spelling for each package name: the one in which its registry compares names.
final class Names {

    private Names() {}

    static Purl purl(PackageUrl url) {
        String name = url.namespace() == null ? url.name() : url.namespace() + "/" + url.name();
        return new Purl(key(url.type(), name), url.version(), url.qualifiers());
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
            case "nuget", "composer", "hex", "npm", "pub", "github", "githubactions", "bitnami", "deb", "rpm", "apk" ->
                name.toLowerCase(Locale.ROOT);
            case "cargo" -> name.replace('_', '-');
            default -> name;
        };
    }

    /// Generators name the standard library `std` or `stdlib`.
    private static String golang(String name) {
        return name.equals("std") ? "stdlib" : name;
    }
}
