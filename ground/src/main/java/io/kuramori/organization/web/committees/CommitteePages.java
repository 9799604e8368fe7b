package io.kuramori.organization.web.committees;

import io.kuramori.identity.Caller;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.internal.Body;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Institutions;
import io.kuramori.organization.web.frame.Places;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what a committee's page shows.
@Component
class CommitteePages {

    private final Places places;
    private final Committees committees;
    private final Institutions institutions;
    private final Appointments appointments;
    private final Authority authority;
    private final Trails trails;

    CommitteePages(
            Places places,
            Committees committees,
            Institutions institutions,
            Appointments appointments,
            Authority authority,
            Trails trails) {
        this.places = places;
        this.committees = committees;
        this.institutions = institutions;
        this.appointments = appointments;
        this.authority = authority;
        this.trails = trails;
    }

    /// @param year in which the business year begins; null for the present one
    CommitteeViews.Sheet of(Caller caller, Committee committee, @Nullable Year year, List<Complaint> complaints) {
        var place = places.of(caller, committee.institution());
        var calendar = institutions.calendar(caller, place.selected());
        var start = year == null
                ? calendar.businessYearStart(place.today())
                : year.atMonth(place.selected().businessYearStart()).atDay(1);
        var meetings = committees.meetings(caller, committee.id(), start).stream()
                .filter(meeting -> meeting.heldOn().isBefore(start.plusYears(1)))
                .toList();
        var next = committees.meetings(caller, committee.id(), place.today()).stream()
                .findFirst()
                .map(Committee.Meeting::heldOn);
        return new CommitteeViews.Sheet(
                place,
                committee,
                seats(caller, committee, place.today()),
                meetings,
                start,
                next,
                calendar,
                trails.of(caller, "committee", committee.id().value()),
                complaints);
    }

    private List<CommitteeViews.Seat> seats(Caller caller, Committee committee, LocalDate today) {
        Map<UUID, String> names = authority.bodies(caller).stream()
                .filter(body -> !body.committee())
                .collect(Collectors.toMap(Body::id, body -> name(body, committee)));
        return committees.seats(caller, committee.id(), today).stream()
                .map(member -> new CommitteeViews.Seat(
                        member, names.getOrDefault(member.post().value(), ""), holders(caller, member, today)))
                .toList();
    }

    private List<String> holders(Caller caller, Member member, LocalDate today) {
        return appointments.holders(caller, member.post(), today).stream()
                .map(Holder::name)
                .toList();
    }

    private static String name(Body body, Committee committee) {
        return body.institution().equals(committee.institution())
                ? body.name()
                : body.name() + " (" + body.institutionName() + ")";
    }
}
