package io.kuramori.engine.matching;

import io.kuramori.engine.matching.purl.PackageUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A package URL read for matching: the key under which advisories speak of the package, the version they speak of, and
/// the qualifiers as given.
public record Purl(PackageKey key, @Nullable String version, Map<String, String> qualifiers) {

    public Purl {
        qualifiers = Map.copyOf(qualifiers);
    }

    /// What reading gave.
    public sealed interface Result {}

    public record Read(Purl purl) implements Result {}

    public record Malformed(String text, String reason) implements Result {}

    public static Result parse(String text) {
        return switch (PackageUrl.parse(text, PackageUrl.Rigour.FORGIVING)) {
            case PackageUrl.Read(PackageUrl url) -> new Read(Names.purl(url));
            case PackageUrl.Malformed(String reason) ->
                new Malformed(
                        text.length() > PackageUrl.MAX_LENGTH ? text.substring(0, PackageUrl.MAX_LENGTH) : text,
                        reason);
        };
    }
}
