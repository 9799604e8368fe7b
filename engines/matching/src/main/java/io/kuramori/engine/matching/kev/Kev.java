package io.kuramori.engine.matching.kev;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A catalogue of vulnerabilities known to be exploited.
///
/// @param version the catalogue's own version, empty when it has none
/// @param entries by id in capitals; an entry stands under each of its ids
public record Kev(Publisher publisher, String version, Map<String, Entry> entries) {

    public enum Publisher {
        CISA,
        ENISA
    }

    /// @param id the CVE number
    /// @param added when it came into the catalogue
    /// @param due the date the publisher sets for its own addressees; ENISA sets none
    /// @param ransomware known to be used in ransomware campaigns; false also when that is not known
    /// @param action what the publisher asks to do, often empty
    public record Entry(
            Publisher publisher,
            String id,
            String vendor,
            String product,
            LocalDate added,
            Optional<LocalDate> due,
            boolean ransomware,
            String action) {}

    public Kev {
        entries = Map.copyOf(entries);
    }

    /// The entry for any of the ids of one vulnerability.
    public Optional<Entry> of(Collection<String> ids) {
        return List.copyOf(ids).stream()
                .map(id -> Optional.ofNullable(entries.get(id.toUpperCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
