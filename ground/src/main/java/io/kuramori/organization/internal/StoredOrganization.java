package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Committee;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Department;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Organization;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Seating;
import io.kuramori.organization.calendar.Calendars;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The organization as it is stored.
@Component
class StoredOrganization implements Organization {

    private final InstitutionRepository institutions;
    private final SpecialDayRepository days;
    private final DepartmentRepository departments;
    private final PostRepository posts;
    private final AppointmentRepository appointments;
    private final CommitteeRepository committees;
    private final SeatRepository seats;
    private final AuthorityRepository authority;
    private final Calendars calendars;

    StoredOrganization(
            InstitutionRepository institutions,
            SpecialDayRepository days,
            DepartmentRepository departments,
            PostRepository posts,
            AppointmentRepository appointments,
            CommitteeRepository committees,
            SeatRepository seats,
            AuthorityRepository authority,
            Calendars calendars) {
        this.institutions = institutions;
        this.days = days;
        this.departments = departments;
        this.posts = posts;
        this.appointments = appointments;
        this.committees = committees;
        this.seats = seats;
        this.authority = authority;
        this.calendars = calendars;
    }

    @Override
    public List<Institution> institutions() {
        return institutions.all(false);
    }

    @Override
    public Optional<Institution> institution(String code) {
        return institutions.byCode(code);
    }

    @Override
    public Optional<Institution> institution(InstitutionId id) {
        return institutions.byId(id);
    }

    @Override
    public List<Department> departmentsOf(InstitutionId institution) {
        return departments.of(institution);
    }

    @Override
    public List<Post> postsOf(InstitutionId institution) {
        return posts.of(institution);
    }

    @Override
    public Optional<Post> post(PostId id) {
        return posts.byId(id);
    }

    @Override
    public Optional<Post> post(InstitutionId institution, String code) {
        return posts.byCode(institution, code);
    }

    @Override
    public Optional<Holder> personHolding(PostId post, LocalDate date) {
        return appointments.holders(post, date).stream().findFirst();
    }

    @Override
    public List<Holder> postsHeldBy(PersonId person, LocalDate date) {
        return appointments.heldBy(person, date);
    }

    @Override
    public List<Rule> deciders(InstitutionId institution, String decision, LocalDate date) {
        var nearestFirst = Stream.concat(
                Stream.of(institution), institutions.above(institution).stream().map(InstitutionRepository.Above::id));
        return nearestFirst
                .map(place -> authority.inForce(place, date))
                .flatMap(Optional::stream)
                .map(table -> authority.rules(table.id()).stream()
                        .filter(rule -> rule.decision().equals(decision))
                        .toList())
                .filter(rules -> !rules.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public List<Rule> rules(InstitutionId institution, LocalDate date) {
        var nearest = new LinkedHashMap<String, List<Rule>>();
        Stream.concat(
                        Stream.of(institution),
                        institutions.above(institution).stream().map(InstitutionRepository.Above::id))
                .map(place -> authority.inForce(place, date))
                .flatMap(Optional::stream)
                .map(table -> authority.rules(table.id()).stream().collect(Collectors.groupingBy(Rule::decision)))
                .forEach(table -> table.forEach(nearest::putIfAbsent));
        return nearest.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Committee> committeesOf(InstitutionId institution) {
        return committees.of(institution);
    }

    @Override
    public Optional<Seating> seating(CommitteeId committee, LocalDate date) {
        return seats.seating(committee, date);
    }

    @Override
    public Optional<LocalDate> nextMeeting(CommitteeId committee, LocalDate date) {
        return seats.meetings(committee, date, 1).stream().findFirst().map(meeting -> meeting.heldOn());
    }

    @Override
    public BusinessCalendar calendar(InstitutionId institution) {
        var found = institutions
                .byId(institution)
                .orElseThrow(() -> new NoSuchElementException("institution " + institution.value()));
        return calendars.of(found, days.of(institution));
    }
}
