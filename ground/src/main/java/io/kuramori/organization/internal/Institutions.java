package io.kuramori.organization.internal;

import io.kuramori.engine.catalogue.Catalogue;
import io.kuramori.engine.catalogue.InstitutionType;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.SpecialDay;
import io.kuramori.organization.calendar.Calendars;
import io.kuramori.organization.calendar.Holiday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Changes institutions and their special days.
@Service
public class Institutions {

    private static final String CODE = "[A-Z0-9][A-Z0-9-]{0,31}";

    private final InstitutionRepository institutions;
    private final SpecialDayRepository days;
    private final Calendars calendars;
    private final Writes writes;
    private final Catalogue catalogue = Catalogue.load();

    Institutions(InstitutionRepository institutions, SpecialDayRepository days, Calendars calendars, Writes writes) {
        this.institutions = institutions;
        this.days = days;
        this.calendars = calendars;
        this.writes = writes;
    }

    public InstitutionId newId() {
        return new InstitutionId(writes.newId());
    }

    public List<InstitutionType> types() {
        return catalogue.institutionTypes();
    }

    /// Every institution in scope, parents before children, retired ones too.
    public List<Institution> all(Caller caller) {
        return writes.read(caller, () -> institutions.all(true));
    }

    public Optional<Institution> find(Caller caller, InstitutionId id) {
        return writes.read(caller, () -> institutions.byId(id));
    }

    /// Names of the institutions above, the topmost first.
    public List<String> path(Caller caller, InstitutionId id) {
        return writes.read(caller, () -> {
            var names = new ArrayList<String>();
            institutions.above(id).forEach(above -> names.addFirst(above.name()));
            return names;
        });
    }

    /// Stores a new institution (version 0) or the next version of one.
    ///
    /// @throws Invalid when a field is not as it must be
    /// @throws io.kuramori.journal.StaleRecord when somebody else was faster
    public void save(Caller caller, String reason, Institution institution) {
        var complaints = complaints(institution, institution.parent() != null);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        writes.write(caller, reason, () -> store(institution));
    }

    /// Stores inside the transaction that is open.
    void store(Institution institution) {
        if (institution.version() == 0) {
            create(institution);
            return;
        }

        new Complaints()
                .when(
                        institution.retiredOn() != null && institutions.hasChildren(institution.id()),
                        "retiredOn",
                        "organization.error.institution-in-use")
                .raise();
        Writes.expectOne(
                institutions.update(institution),
                "institution",
                institution.id().value());
    }

    /// A new institution stands below one of the scope; only the very first one has no parent.
    private void create(Institution institution) {
        var parent = institution.parent();
        boolean allowed = parent == null
                ? institutions.every().isEmpty()
                : institutions.byId(parent).isPresent();
        new Complaints()
                .when(!allowed, "parent", "organization.error.parent-out-of-scope")
                .raise();
        institutions.widenScope(institution.id());
        institutions.insert(institution);
    }

    /// Business days of the institution, its own days included.
    public BusinessCalendar calendar(Caller caller, Institution institution) {
        return writes.read(caller, () -> calendars.of(institution, days.of(institution.id())));
    }

    /// The holidays of the institution's calendar, without its own days.
    public List<Holiday> holidays(Institution institution, LocalDate from, LocalDate until) {
        return calendars.holidays(institution.calendar(), from, until);
    }

    public List<SpecialDay> days(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> days.of(institution));
    }

    public void save(Caller caller, String reason, SpecialDay day) {
        new Complaints()
                .when(day.name().isBlank(), "name", "organization.error.required")
                .raise();
        writes.write(caller, reason, () -> {
            if (day.version() == 0) {
                days.insert(day);
            } else {
                Writes.expectOne(days.update(day), "special-day", day.id());
            }
        });
    }

    public Optional<SpecialDay> day(Caller caller, UUID id) {
        return writes.read(caller, () -> days.byId(id));
    }

    public UUID newDayId() {
        return writes.newId();
    }

    /// What is wrong with the institution's own fields.
    ///
    /// @param below whether it has a parent, which may not be known by its id yet
    List<Complaint> complaints(Institution institution, boolean below) {
        var unknown = new HashSet<>(institution.licences());
        catalogue.institutionTypes().forEach(type -> unknown.remove(type.id()));
        return new Complaints()
                .when(!institution.code().matches(CODE), "code", "organization.error.institution-code")
                .when(institution.name().isBlank(), "name", "organization.error.required")
                .when(
                        !below && institution.kind() != Institution.Kind.LEGAL_ENTITY,
                        "parent",
                        "organization.error.parent-required")
                .when(!unknown.isEmpty(), "licences", "organization.error.licence-unknown", String.join(", ", unknown))
                .when(
                        !institution.calendar().matches("[A-Z]{2}(-[A-Z0-9]{1,6})?")
                                || !calendars.knows(institution.calendar()),
                        "calendar",
                        "organization.error.calendar-unknown")
                .when(
                        !List.of("ja", "en").contains(institution.language()),
                        "language",
                        "organization.error.language-unknown")
                .all();
    }
}
