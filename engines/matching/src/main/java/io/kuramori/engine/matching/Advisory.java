package io.kuramori.engine.matching;

import io.kuramori.engine.matching.severity.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An advisory in the one normal form of this engine.
///
/// @param id the source's own id, such as `GO-2023-2102`
/// @param source whose word this is, such as `osv`
/// @param withdrawn when the source took it back; a withdrawn advisory affects nothing
/// @param vectors the CVSS vectors as given; [#severity()] says what they amount to
/// @param label the severity in the source's own words, if any
public record Advisory(
        String id,
        String source,
        List<String> aliases,
        Optional<Instant> modified,
        Optional<Instant> withdrawn,
        String summary,
        @Nullable String details,
        List<String> vectors,
        @Nullable String label,
        List<AffectedPackage> affected) {

    public Advisory {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an advisory has an id");
        }
        aliases = List.copyOf(aliases);
        vectors = List.copyOf(vectors);
        affected = List.copyOf(affected);
    }

    /// A report of a malicious package, not of a weakness in an honest one.
    public boolean malicious() {
        return id.startsWith("MAL-");
    }

    public Severity severity() {
        return Severity.of(vectors, label);
    }
}
