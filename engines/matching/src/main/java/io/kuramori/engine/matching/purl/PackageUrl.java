package io.kuramori.engine.matching.purl;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A package URL (ECMA-427), every part decoded and normalised as its type asks.
///
/// @param type lower case
/// @param namespace segments joined by `/`, null without any
/// @param qualifiers by key, none empty
/// @param subpath segments joined by `/`, null without any
public record PackageUrl(
        String type,
        @Nullable String namespace,
        String name,
        @Nullable String version,
        SortedMap<String, String> qualifiers,
        @Nullable String subpath) {

    /// Longer texts are refused before any work is done on them.
    public static final int MAX_LENGTH = 2048;

    public PackageUrl {
        qualifiers = qualifiers.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }

    /// What reading or building gave.
    public sealed interface Result {}

    public record Read(PackageUrl url) implements Result {}

    public record Malformed(String reason) implements Result {}

    /// How much is forgiven.
    public enum Rigour {
        /// The rules of the type hold.
        STRICT,
        /// A namespace or qualifier that the type requires may be missing, as generators often leave it out.
        FORGIVING
    }

    /// Reads a package URL, canonical or not; [#toString()] then is its canonical form.
    public static Result parse(String text, Rigour rigour) {
        if (text.length() > MAX_LENGTH) {
            return new Malformed("longer than " + MAX_LENGTH + " characters");
        }
        try {
            return new Read(PurlText.read(text, rigour));
        } catch (PurlText.Refused e) {
            return new Malformed(e.reason);
        }
    }

    /// Builds one from parts that are not encoded, under the rules of the type.
    public static Result of(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String version,
            Map<String, String> qualifiers,
            @Nullable String subpath) {
        try {
            return new Read(PurlText.build(type, namespace, name, version, qualifiers, subpath, Rigour.STRICT));
        } catch (PurlText.Refused e) {
            return new Malformed(e.reason);
        }
    }

    /// The canonical form.
    @Override
    public String toString() {
        StringBuilder url = new StringBuilder("pkg:").append(type).append('/');
        if (namespace != null) {
            url.append(segments(namespace)).append('/');
        }
        url.append(TypeRules.of(type).nameIsPath() ? segments(name) : Percent.encode(name));
        if (version != null) {
            url.append('@').append(Percent.encode(version));
        }
        if (!qualifiers.isEmpty()) {
            url.append(qualifiers.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + Percent.encode(entry.getValue()))
                    .collect(Collectors.joining("&", "?", "")));
        }
        if (subpath != null) {
            url.append('#').append(segments(subpath));
        }
        return url.toString();
    }

    private static String segments(String path) {
        return Stream.of(path.split("/", -1)).map(Percent::encode).collect(Collectors.joining("/"));
    }
}
