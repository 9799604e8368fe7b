package io.kuramori.engine.matching;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A package URL read and normalised: its key, its version, its qualifiers.
public record Purl(PackageKey key, @Nullable String version, Map<String, String> qualifiers) {

    private static final int MAX_LENGTH = 2048;

    public Purl {
        qualifiers = Map.copyOf(qualifiers);
    }

    /// What reading gave.
    public sealed interface Result {}

    public record Read(Purl purl) implements Result {}

    public record Malformed(String text, String reason) implements Result {}

    public static Result parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Malformed(text.substring(0, MAX_LENGTH), "longer than " + MAX_LENGTH + " characters");
        }
        try {
            PackageURL url = new PackageURL(text);
            String namespace = url.getNamespace();
            String name = namespace == null ? url.getName() : namespace + "/" + url.getName();
            Map<String, String> qualifiers = url.getQualifiers();
            PackageKey key = Names.key(url.getType(), name);
            return new Read(new Purl(key, url.getVersion(), qualifiers == null ? Map.of() : qualifiers));
        } catch (MalformedPackageURLException e) {
            String reason = e.getMessage();
            return new Malformed(text, reason == null ? "not a package URL" : reason);
        }
    }
}
