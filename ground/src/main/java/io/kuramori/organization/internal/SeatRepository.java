package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Committee.Meeting;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Seating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Seats and meetings of committees.
@Repository
class SeatRepository {

    private final JdbcClient jdbc;

    SeatRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> members(CommitteeId committee, LocalDate day) {
        return jdbc.sql("""
                        select * from organization.committee_member
                        where committee_id = :committee and retired_on is null
                          and valid_from <= :day and coalesce(valid_to > :day, true)
                        order by array_position(array['chair', 'member', 'secretary'], role), valid_from, id""")
                .param("committee", committee.value())
                .param("day", day)
                .query(SeatRepository::member)
                .list();
    }

    /// How a committee sits on a day, whatever the scope.
    Optional<Seating> seating(CommitteeId committee, LocalDate day) {
        var posts = new HashSet<PostId>();
        var chairs = new ArrayList<PostId>();
        var quorum = jdbc.sql("select quorum, post_id, role from organization.seating(:committee, :day)")
                .param("committee", committee.value())
                .param("day", day)
                .query((row, number) -> {
                    var post = row.getObject("post_id", UUID.class);
                    var role = row.getString("role");
                    if (post != null && !role.equals("secretary")) {
                        posts.add(new PostId(post));
                    }
                    if (post != null && role.equals("chair")) {
                        chairs.add(new PostId(post));
                    }
                    return row.getInt("quorum");
                })
                .list();
        return quorum.stream()
                .findFirst()
                .map(size -> new Seating(size, posts, chairs.isEmpty() ? null : chairs.getFirst()));
    }

    /// Seats that the post has or will have from `day` on.
    List<Member> seatsOf(PostId post, LocalDate day) {
        return jdbc.sql("""
                        select * from organization.committee_member
                        where post_id = :post and retired_on is null and coalesce(valid_to > :day, true)
                        order by valid_from, id""")
                .param("post", post.value())
                .param("day", day)
                .query(SeatRepository::member)
                .list();
    }

    /// Seats of the committee on `day` and later: the chair, the members, the secretaries.
    List<Member> seats(CommitteeId committee, LocalDate day) {
        return jdbc.sql("""
                        select * from organization.committee_member
                        where committee_id = :committee and retired_on is null and coalesce(valid_to > :day, true)
                        order by array_position(array['chair', 'member', 'secretary'], role), valid_from, id""")
                .param("committee", committee.value())
                .param("day", day)
                .query(SeatRepository::member)
                .list();
    }

    Optional<Member> member(UUID id) {
        return jdbc.sql("select * from organization.committee_member where id = :id")
                .param("id", id)
                .query(SeatRepository::member)
                .optional();
    }

    void insert(Member member) {
        jdbc.sql("""
                        insert into organization.committee_member
                            (id, institution_id, version, committee_id, post_id, role, valid_from, valid_to, retired_on)
                        values (:id, :institution, 1, :committee, :post, :role, :from, :to, :retired)""")
                .param("id", member.id())
                .param("institution", member.institution().value())
                .param("committee", member.committee().value())
                .param("post", member.post().value())
                .param("role", Words.of(member.role()))
                .param("from", member.from())
                .param("to", member.to())
                .param("retired", member.retiredOn())
                .update();
    }

    int update(Member member) {
        return jdbc.sql("""
                        update organization.committee_member
                        set version = version + 1, role = :role, valid_from = :from, valid_to = :to, retired_on = :retired
                        where id = :id and version = :version""")
                .param("id", member.id())
                .param("version", member.version())
                .param("role", Words.of(member.role()))
                .param("from", member.from())
                .param("to", member.to())
                .param("retired", member.retiredOn())
                .update();
    }

    /// Meetings from a day on, soonest first.
    List<Meeting> meetings(CommitteeId committee, LocalDate from, int most) {
        return jdbc.sql("""
                        select * from organization.committee_meeting
                        where committee_id = :committee and retired_on is null and held_on >= :from
                        order by held_on limit :most""")
                .param("committee", committee.value())
                .param("from", from)
                .param("most", most)
                .query(SeatRepository::meeting)
                .list();
    }

    /// The next meeting of each committee of an institution, on or after a day.
    Map<CommitteeId, LocalDate> next(InstitutionId institution, LocalDate day) {
        var next = new HashMap<CommitteeId, LocalDate>();
        jdbc.sql("""
                        select committee_id, min(held_on) as next from organization.committee_meeting
                        where institution_id = :institution and retired_on is null and held_on >= :day
                        group by committee_id""")
                .param("institution", institution.value())
                .param("day", day)
                .query(row -> {
                    next.put(new CommitteeId(Columns.id(row, "committee_id")), Columns.day(row, "next"));
                });
        return next;
    }

    Optional<Meeting> meeting(UUID id) {
        return jdbc.sql("select * from organization.committee_meeting where id = :id")
                .param("id", id)
                .query(SeatRepository::meeting)
                .optional();
    }

    void insert(Meeting meeting) {
        jdbc.sql("""
                        insert into organization.committee_meeting
                            (id, institution_id, version, committee_id, held_on, subject, retired_on)
                        values (:id, :institution, 1, :committee, :held, :subject, :retired)""")
                .param("id", meeting.id())
                .param("institution", meeting.institution().value())
                .param("committee", meeting.committee().value())
                .param("held", meeting.heldOn())
                .param("subject", meeting.subject())
                .param("retired", meeting.retiredOn())
                .update();
    }

    int update(Meeting meeting) {
        return jdbc.sql("""
                        update organization.committee_meeting
                        set version = version + 1, held_on = :held, subject = :subject, retired_on = :retired
                        where id = :id and version = :version""")
                .param("id", meeting.id())
                .param("version", meeting.version())
                .param("held", meeting.heldOn())
                .param("subject", meeting.subject())
                .param("retired", meeting.retiredOn())
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                new CommitteeId(Columns.id(row, "committee_id")),
                new PostId(Columns.id(row, "post_id")),
                Words.to(Member.Role.class, row.getString("role")),
                Columns.day(row, "valid_from"),
                Columns.dayOrNull(row, "valid_to"),
                Columns.dayOrNull(row, "retired_on"));
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                new CommitteeId(Columns.id(row, "committee_id")),
                Columns.day(row, "held_on"),
                row.getString("subject"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
