package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An institution of the group (guideline 1.4): the unit that is judged, and the boundary of rights.
///
/// @param version 0 for one that is not stored yet
/// @param parent the institution above; a branch or site always has one
/// @param licences ids of institution types, from the catalogue
/// @param calendar `JP`, or another country as ISO 3166 with an optional subdivision: `US-NY`
/// @param language of its documents and notices: `ja` or `en`
public record Institution(
        InstitutionId id,
        int version,
        String code,
        @Nullable InstitutionId parent,
        Kind kind,
        String name,
        @Nullable String nameEn,
        @Nullable String reading,
        List<String> licences,
        ZoneId zone,
        String calendar,
        String language,
        Month businessYearStart,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn) {

    public Institution {
        licences = List.copyOf(licences);
    }

    /// The same, as a change of `version` that retires it on a day, or brings it back with null.
    public Institution at(int version, @Nullable LocalDate retired) {
        return new Institution(
                id,
                version,
                code,
                parent,
                kind,
                name,
                nameEn,
                reading,
                licences,
                zone,
                calendar,
                language,
                businessYearStart,
                confirmedOn,
                retired);
    }

    /// What an institution is in law.
    public enum Kind {
        /// 法人
        LEGAL_ENTITY,
        /// 支店
        BRANCH,
        /// 拠点
        SITE
    }
}
