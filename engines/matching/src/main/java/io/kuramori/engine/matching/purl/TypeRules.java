package io.kuramori.engine.matching.purl;

import io.kuramori.engine.matching.purl.PackageUrl.Rigour;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a type's definition in purl-spec (`types/*-definition.json`, and its notes) asks of the parts.
///
/// @param required the qualifiers that must be there
/// @param nameIsPath whether only the first segment is the namespace, and the name may hold slashes
record TypeRules(Namespace namespace, Set<Lower> lower, List<String> required, boolean nameIsPath) {

    private static final TypeRules UNREGISTERED = new TypeRules(Namespace.OPTIONAL, Set.of(), List.of(), false);
    private static final Map<String, TypeRules> RULES = rules();
    private static final Pattern EXTENSION = Pattern.compile("[a-p]{32}");
    private static final Pattern EXTENSION_VERSION = Pattern.compile("[0-9]++(\\.[0-9]++){0,3}+");
    private static final int SWID_CREATOR = 2;

    enum Namespace {
        REQUIRED,
        OPTIONAL,
        PROHIBITED
    }

    /// A part that is written in lower case.
    enum Lower {
        NAMESPACE,
        NAME,
        VERSION,
        SUBPATH
    }

    static TypeRules of(String type) {
        return RULES.getOrDefault(type, UNREGISTERED);
    }

    PackageUrl applied(PackageUrl given, Rigour rigour) throws PurlText.Refused {
        if (given.namespace() != null && namespace == Namespace.PROHIBITED) {
            throw new PurlText.Refused("its type has no namespace");
        }
        if (rigour == Rigour.STRICT) {
            if (given.namespace() == null && namespace == Namespace.REQUIRED) {
                throw new PurlText.Refused("its type needs a namespace");
            }
            for (String key : required) {
                if (!given.qualifiers().containsKey(key)) {
                    throw new PurlText.Refused("its type needs the qualifier " + key);
                }
            }
        }
        if (lower.isEmpty()) {
            return special(given);
        }
        PackageUrl url = new PackageUrl(
                given.type(),
                lowered(given.namespace(), Lower.NAMESPACE),
                lower.contains(Lower.NAME) ? given.name().toLowerCase(Locale.ROOT) : given.name(),
                lowered(given.version(), Lower.VERSION),
                given.qualifiers(),
                lowered(given.subpath(), Lower.SUBPATH));
        return special(url);
    }

    private @Nullable String lowered(@Nullable String text, Lower part) {
        return text != null && lower.contains(part) ? text.toLowerCase(Locale.ROOT) : text;
    }

    /// What single types ask beside the table.
    private static PackageUrl special(PackageUrl url) throws PurlText.Refused {
        String namespace = url.namespace();
        String version = url.version();
        return switch (url.type()) {
            case "pypi" -> named(url, url.name().replace('_', '-'));
            case "pub" -> named(url, url.name().replaceAll("[^a-z0-9_]", "_"));
            // Databricks compares model names without case, other servers do not.
            case "mlflow" ->
                url.qualifiers().getOrDefault("repository_url", "").contains("databricks")
                        ? named(url, url.name().toLowerCase(Locale.ROOT))
                        : url;
            case "cpan" -> {
                refuseIf(url.name().contains("::"), "a distribution's name holds no ::");
                yield namespace == null ? url : spaced(url, namespace.toUpperCase(Locale.ROOT));
            }
            case "chrome-extension" -> {
                refuseIf(!EXTENSION.matcher(url.name()).matches(), "an extension's name is 32 letters from a to p");
                refuseIf(
                        version != null && !EXTENSION_VERSION.matcher(version).matches(),
                        "an extension's version is one to four numbers");
                yield url;
            }
            case "swid" -> {
                refuseIf(
                        namespace != null && namespace.split("/", -1).length > SWID_CREATOR,
                        "a tag's namespace has at most two segments");
                yield url;
            }
            default -> url;
        };
    }

    private static void refuseIf(boolean broken, String rule) throws PurlText.Refused {
        if (broken) {
            throw new PurlText.Refused(rule);
        }
    }

    private static PackageUrl named(PackageUrl url, String name) {
        return new PackageUrl(url.type(), url.namespace(), name, url.version(), url.qualifiers(), url.subpath());
    }

    private static PackageUrl spaced(PackageUrl url, String namespace) {
        return new PackageUrl(url.type(), namespace, url.name(), url.version(), url.qualifiers(), url.subpath());
    }

    private static Map<String, TypeRules> rules() {
        Map<String, TypeRules> rules = new HashMap<>();
        for (String type : List.of("alpm", "apk", "bitbucket", "composer", "deb", "github")) {
            rules.put(type, rules(Namespace.REQUIRED, Lower.NAMESPACE, Lower.NAME));
        }
        for (String type : List.of("brew", "hex", "luarocks")) {
            rules.put(type, rules(Namespace.OPTIONAL, Lower.NAMESPACE, Lower.NAME));
        }
        for (String type : List.of("golang", "maven", "swift")) {
            rules.put(type, rules(Namespace.REQUIRED));
        }
        for (String type : List.of(
                "bazel", "cargo", "cocoapods", "conda", "cran", "gem", "hackage", "mlflow", "nuget", "opam", "vcpkg")) {
            rules.put(type, rules(Namespace.PROHIBITED));
        }
        for (String type : List.of("bitnami", "chrome-extension", "pub")) {
            rules.put(type, rules(Namespace.PROHIBITED, Lower.NAME));
        }
        rules.put("huggingface", rules(Namespace.REQUIRED, Lower.VERSION));
        rules.put("oci", rules(Namespace.PROHIBITED, Lower.NAME, Lower.VERSION));
        rules.put("pypi", rules(Namespace.PROHIBITED, Lower.NAME, Lower.VERSION));
        rules.put("otp", rules(Namespace.PROHIBITED, Lower.NAME, Lower.SUBPATH));
        rules.put("qpkg", rules(Namespace.REQUIRED, Lower.NAMESPACE));
        rules.put("rpm", rules(Namespace.REQUIRED, Lower.NAMESPACE));
        rules.put("yocto", rules(Namespace.OPTIONAL, Lower.NAMESPACE));
        rules.put("vscode-extension", rules(Namespace.REQUIRED, Lower.NAMESPACE, Lower.NAME, Lower.VERSION));
        rules.put("git", new TypeRules(Namespace.REQUIRED, Set.of(), List.of(), true));
        rules.put("julia", new TypeRules(Namespace.PROHIBITED, Set.of(), List.of("uuid"), false));
        rules.put("swid", new TypeRules(Namespace.OPTIONAL, Set.of(), List.of("tag_id"), false));
        return Map.copyOf(rules);
    }

    private static TypeRules rules(Namespace namespace, Lower... lower) {
        Set<Lower> parts = EnumSet.noneOf(Lower.class);
        parts.addAll(Arrays.asList(lower));
        return new TypeRules(namespace, parts, List.of(), false);
    }
}
