package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the rooms ask about the group. Every method reads inside the caller's open transaction and sees the caller's
/// institutions only; without one nothing is visible.
public interface Organization {

    /// The institutions of the scope, parents before children, retired ones left out.
    List<Institution> institutions();

    Optional<Institution> institution(String code);

    Optional<Institution> institution(InstitutionId id);

    /// Departments in force, by code.
    List<Department> departmentsOf(InstitutionId institution);

    /// Posts in force, by code.
    List<Post> postsOf(InstitutionId institution);

    Optional<Post> post(PostId id);

    Optional<Post> post(InstitutionId institution, String code);

    /// Who holds the post on that day; of several, the principal holder first appointed. Empty when vacant (空席).
    Optional<Holder> personHolding(PostId post, LocalDate date);

    /// Every post that the person holds on that day.
    List<Holder> postsHeldBy(PersonId person, LocalDate date);

    /// The rules of the edition in force on that day for one kind of decision, nearest institution first: the
    /// institution's own table, or else that of the nearest institution above which the caller sees.
    List<AuthorityTable.Rule> deciders(InstitutionId institution, String decision, LocalDate date);

    /// Committees in force, by code.
    List<Committee> committeesOf(InstitutionId institution);

    /// How a committee sits on that day, whatever the scope: ids only. Empty for one that is retired.
    Optional<Seating> seating(CommitteeId committee, LocalDate date);

    /// The matters that the authority table in force on that day decides for the institution, with their rules; the
    /// nearest table that names a matter counts.
    List<AuthorityTable.Rule> rules(InstitutionId institution, LocalDate date);

    /// The body's next meeting on or after `date`.
    Optional<LocalDate> nextMeeting(CommitteeId committee, LocalDate date);

    /// Business days of the institution, with its own closed and open days as they stand now.
    BusinessCalendar calendar(InstitutionId institution);
}
