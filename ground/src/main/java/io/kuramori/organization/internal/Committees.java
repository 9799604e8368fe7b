package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Meeting;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.CommitteeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Changes committees, their seats and their calendar.
@Service
public class Committees {

    private static final int MOST_MEETINGS = 200;

    private final CommitteeRepository committees;
    private final SeatRepository seats;
    private final Writes writes;

    Committees(CommitteeRepository committees, SeatRepository seats, Writes writes) {
        this.committees = committees;
        this.seats = seats;
        this.writes = writes;
    }

    public UUID newId() {
        return writes.newId();
    }

    public List<Committee> of(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> committees.of(institution));
    }

    /// Every committee in scope, retired ones too.
    public List<Committee> all(Caller caller) {
        return writes.read(caller, committees::all);
    }

    public Optional<Committee> find(Caller caller, CommitteeId id) {
        return writes.read(caller, () -> committees.byId(id));
    }

    /// Who has a seat on that day: the chair, the members, the secretaries.
    public List<Member> members(Caller caller, CommitteeId committee, LocalDate day) {
        return writes.read(caller, () -> seats.members(committee, day));
    }

    /// Who has a seat on that day or later.
    public List<Member> seats(Caller caller, CommitteeId committee, LocalDate day) {
        return writes.read(caller, () -> seats.seats(committee, day));
    }

    /// The next meeting of each committee, on or after a day; committees without one are left out.
    public Map<CommitteeId, LocalDate> nextMeetings(Caller caller, InstitutionId institution, LocalDate day) {
        return writes.read(caller, () -> seats.next(institution, day));
    }

    public Optional<Member> member(Caller caller, UUID id) {
        return writes.read(caller, () -> seats.member(id));
    }

    /// Meetings on and after a day, soonest first, at most 200.
    public List<Meeting> meetings(Caller caller, CommitteeId committee, LocalDate from) {
        return writes.read(caller, () -> seats.meetings(committee, from, MOST_MEETINGS));
    }

    public Optional<Meeting> meeting(Caller caller, UUID id) {
        return writes.read(caller, () -> seats.meeting(id));
    }

    public void save(Caller caller, String reason, Committee committee) {
        new Complaints()
                .when(committee.code().isBlank(), "code", "organization.error.required")
                .when(committee.name().isBlank(), "name", "organization.error.required")
                .when(committee.quorum() < 1, "quorum", "organization.error.quorum")
                .raise();
        writes.write(caller, reason, () -> store(committee));
    }

    /// Retires a committee on a day, or brings it back with null.
    ///
    /// @throws io.kuramori.organization.Invalid while an authority table names it
    public void retire(Caller caller, String reason, CommitteeId id, int version, @Nullable LocalDate day) {
        writes.write(caller, reason, () -> retire(id, version, day));
    }

    /// Retires inside the transaction that is open.
    void retire(CommitteeId id, int version, @Nullable LocalDate day) {
        var now = committees.byId(id).orElseThrow();
        store(new Committee(
                id,
                now.institution(),
                version,
                now.code(),
                now.name(),
                now.reading(),
                now.level(),
                now.quorum(),
                now.confirmedOn(),
                day));
    }

    /// Stores inside the transaction that is open.
    void store(Committee committee) {
        if (committee.version() == 0) {
            committees.insert(committee);
            return;
        }

        var retired = committee.retiredOn();
        new Complaints()
                .when(
                        retired != null && committees.inUse(committee.id(), retired),
                        "retiredOn",
                        "organization.error.committee-in-use")
                .raise();
        Writes.expectOne(
                committees.update(committee), "committee", committee.id().value());
    }

    public void save(Caller caller, String reason, Member member) {
        var to = member.to();
        new Complaints()
                .when(to != null && !to.isAfter(member.from()), "to", "organization.error.period")
                .raise();
        writes.write(caller, reason, () -> {
            if (member.version() == 0) {
                seats.insert(member);
            } else {
                Writes.expectOne(seats.update(member), "committee-member", member.id());
            }
        });
    }

    public void save(Caller caller, String reason, Meeting meeting) {
        writes.write(caller, reason, () -> {
            if (meeting.version() == 0) {
                seats.insert(meeting);
            } else {
                Writes.expectOne(seats.update(meeting), "committee-meeting", meeting.id());
            }
        });
    }
}
