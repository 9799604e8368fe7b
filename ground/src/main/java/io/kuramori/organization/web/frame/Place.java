package io.kuramori.organization.web.frame;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Institution;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The institution that a page shows.
///
/// @param institutions those in force of the scope, parents first
/// @param path names of the institutions above, the topmost first
/// @param today the institution's date now
public record Place(List<Institution> institutions, Institution selected, List<String> path, LocalDate today) {

    public Place {
        institutions = List.copyOf(institutions);
        path = List.copyOf(path);
    }

    public InstitutionId id() {
        return selected.id();
    }

    /// A section's page for this institution.
    public String href(Section section) {
        return section.path() + "?institution=" + encoded(selected.code());
    }

    /// A page below a section, for this institution: `people`, `new`.
    public String href(Section section, String below) {
        return section.path() + "/" + below + "?institution=" + encoded(selected.code());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
