package io.kuramori.engine.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers an advisory while a record is read. Owned by the one who reads.
public final class AdvisoryDraft {

    private final String id;
    private final String source;
    private final Set<String> aliases = new LinkedHashSet<>();
    private final Set<String> related = new LinkedHashSet<>();
    private final Set<String> vectors = new LinkedHashSet<>();
    private final List<AffectedPackage> affected = new ArrayList<>();
    private final List<AffectedProduct> products = new ArrayList<>();
    private final List<Applicability> applicability = new ArrayList<>();
    private Optional<Instant> modified = Optional.empty();
    private Optional<Instant> withdrawn = Optional.empty();
    private String summary = "";
    private @Nullable String details;
    private @Nullable String label;

    public AdvisoryDraft(String id, String source) {
        this.id = id;
        this.source = source;
    }

    public AdvisoryDraft alias(String other) {
        if (!other.isBlank() && !other.equals(id)) {
            aliases.add(other);
        }
        return this;
    }

    public AdvisoryDraft related(String other) {
        if (!other.isBlank() && !other.equals(id)) {
            related.add(other);
        }
        return this;
    }

    public AdvisoryDraft vector(String vector) {
        if (!vector.isBlank()) {
            vectors.add(vector);
        }
        return this;
    }

    public AdvisoryDraft label(@Nullable String word) {
        label = label == null ? word : label;
        return this;
    }

    public AdvisoryDraft summary(String words) {
        summary = words;
        return this;
    }

    public AdvisoryDraft details(@Nullable String words) {
        details = words;
        return this;
    }

    public AdvisoryDraft modified(Optional<Instant> when) {
        modified = when;
        return this;
    }

    public AdvisoryDraft withdrawn(Optional<Instant> when) {
        withdrawn = when;
        return this;
    }

    public AdvisoryDraft affected(AffectedPackage one) {
        affected.add(one);
        return this;
    }

    public AdvisoryDraft product(AffectedProduct one) {
        products.add(one);
        return this;
    }

    public AdvisoryDraft applicable(List<Applicability> configurations) {
        applicability.addAll(configurations);
        return this;
    }

    public Advisory done() {
        return new Advisory(
                id,
                source,
                List.copyOf(aliases),
                modified,
                withdrawn,
                summary,
                details,
                List.copyOf(vectors),
                label,
                affected,
                products,
                applicability,
                List.copyOf(related));
    }
}
