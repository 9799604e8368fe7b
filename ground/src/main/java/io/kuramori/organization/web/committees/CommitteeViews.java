package io.kuramori.organization.web.committees;

import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Meeting;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trail;
import io.kuramori.organization.web.frame.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pages of committees show.
public final class CommitteeViews {

    private CommitteeViews() {}

    /// The committees in force of one institution.
    ///
    /// @param next each one's next meeting
    public record Listing(
            Place place, List<Committee> committees, List<Committee> retired, Map<CommitteeId, LocalDate> next) {

        public Listing {
            committees = List.copyOf(committees);
            retired = List.copyOf(retired);
            next = Map.copyOf(next);
        }

        public Optional<LocalDate> next(Committee committee) {
            return Optional.ofNullable(next.get(committee.id()));
        }
    }

    /// A seat with the names behind it.
    ///
    /// @param holders who holds the post today
    public record Seat(Member member, String post, List<String> holders) {

        public Seat {
            holders = List.copyOf(holders);
        }
    }

    /// One committee, with the meetings of one business year.
    ///
    /// @param seats of today and later
    /// @param yearStart first day of the business year shown
    /// @param next the next meeting, whichever year is shown
    /// @param complaints about the last act on the page
    public record Sheet(
            Place place,
            Committee committee,
            List<Seat> seats,
            List<Meeting> meetings,
            LocalDate yearStart,
            Optional<LocalDate> next,
            BusinessCalendar calendar,
            Trail trail,
            List<Complaint> complaints) {

        public Sheet {
            seats = List.copyOf(seats);
            meetings = List.copyOf(meetings);
            complaints = List.copyOf(complaints);
        }

        public LocalDate yearEnd() {
            return yearStart.plusYears(1).minusDays(1);
        }

        /// Whether fewer posts than the quorum have a vote today.
        public boolean belowQuorum() {
            return seats.stream().filter(this::votes).count() < committee.quorum();
        }

        public boolean planned(Seat seat) {
            return seat.member().from().isAfter(place.today());
        }

        public boolean isNext(Meeting meeting) {
            return next.filter(meeting.heldOn()::equals).isPresent();
        }

        public boolean over(Meeting meeting) {
            return meeting.heldOn().isBefore(place.today());
        }

        public boolean closed(Meeting meeting) {
            return meeting.heldOn().getYear() >= place.today().getYear() - 1
                    && !calendar.isBusinessDay(meeting.heldOn());
        }

        private boolean votes(Seat seat) {
            return !planned(seat) && seat.member().role() != Member.Role.SECRETARY;
        }
    }
}
