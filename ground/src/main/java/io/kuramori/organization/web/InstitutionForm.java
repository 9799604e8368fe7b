package io.kuramori.organization.web;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import java.time.DateTimeException;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An institution as its form holds it: what was typed, whether or not it can be stored.
///
/// @param id empty for a new one
/// @param parent id of the institution above; empty without one
public record InstitutionForm(
        String id,
        int version,
        String code,
        String name,
        String reading,
        String nameEn,
        String parent,
        String kind,
        List<String> licences,
        String zone,
        String calendar,
        String language,
        int businessYearStart) {

    public InstitutionForm(
            @Nullable String id,
            int version,
            @Nullable String code,
            @Nullable String name,
            @Nullable String reading,
            @Nullable String nameEn,
            @Nullable String parent,
            @Nullable String kind,
            @Nullable List<String> licences,
            @Nullable String zone,
            @Nullable String calendar,
            @Nullable String language,
            int businessYearStart) {
        this.id = text(id);
        this.version = version;
        this.code = text(code);
        this.name = text(name);
        this.reading = text(reading);
        this.nameEn = text(nameEn);
        this.parent = text(parent);
        this.kind = text(kind);
        this.licences = licences == null ? List.of() : List.copyOf(licences);
        this.zone = text(zone);
        this.calendar = text(calendar);
        this.language = text(language);
        this.businessYearStart = businessYearStart;
    }

    static InstitutionForm blank() {
        return new InstitutionForm("", 0, "", "", "", "", "", "LEGAL_ENTITY", List.of(), "Asia/Tokyo", "JP", "ja", 4);
    }

    static InstitutionForm of(Institution institution) {
        var parent = institution.parent();
        return new InstitutionForm(
                institution.id().value().toString(),
                institution.version(),
                institution.code(),
                institution.name(),
                institution.reading(),
                institution.nameEn(),
                parent == null ? "" : parent.value().toString(),
                institution.kind().name(),
                institution.licences(),
                institution.zone().getId(),
                institution.calendar(),
                institution.language(),
                institution.businessYearStart().getValue());
    }

    /// @param fresh id of a new institution
    /// @param before what is stored, for the fields that the form does not have
    /// @throws Invalid when a field cannot even be read
    Institution toInstitution(InstitutionId fresh, @Nullable Institution before) {
        try {
            return new Institution(
                    before == null ? fresh : before.id(),
                    version,
                    code,
                    parent.isEmpty() ? null : new InstitutionId(UUID.fromString(parent)),
                    Institution.Kind.valueOf(kind),
                    name,
                    orNull(nameEn),
                    orNull(reading),
                    licences,
                    zoneId(),
                    calendar,
                    language,
                    Month.of(businessYearStart),
                    before == null ? null : before.confirmedOn(),
                    null);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Invalid("", "organization.error.form");
        }
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Invalid("zone", "organization.error.zone-unknown");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
