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
/// @param affected packages of ecosystems, with ranges of their versions
/// @param products products by name, CPE or package, with the status of their versions
/// @param applicability configurations, any of which is affected
/// @param related other advisories it points to that are not the same weakness
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
        List<AffectedPackage> affected,
        List<AffectedProduct> products,
        List<Applicability> applicability,
        List<String> related) {

    public Advisory {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an advisory has an id");
        }
        aliases = List.copyOf(aliases);
        vectors = List.copyOf(vectors);
        affected = List.copyOf(affected);
        products = List.copyOf(products);
        applicability = List.copyOf(applicability);
        related = List.copyOf(related);
    }

    /// An advisory about packages only.
    public Advisory(
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
        this(
                id, source, aliases, modified, withdrawn, summary, details, vectors, label, affected, List.of(),
                List.of(), List.of());
    }

    /// A report of a malicious package, not of a weakness in an honest one.
    public boolean malicious() {
        return id.startsWith("MAL-");
    }

    public Severity severity() {
        return Severity.of(vectors, label);
    }
}
