package io.kuramori.approval.requests;

import io.kuramori.approval.requests.Vote.Kind;
import io.kuramori.approval.requests.Vote.Review;
import io.kuramori.approval.requests.Vote.Said;
import io.kuramori.approval.rules.Power;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VoteRepository {

    private final JdbcClient jdbc;

    VoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of all rounds, in their order.
    List<Vote> of(UUID request) {
        return jdbc.sql("select * from approval.vote where request_id = :request order by at, id")
                .param("request", request)
                .query(VoteRepository::read)
                .list();
    }

    Optional<Vote> find(UUID id) {
        return jdbc.sql("select * from approval.vote where id = :id")
                .param("id", id)
                .query(VoteRepository::read)
                .optional();
    }

    /// What deputies decided for somebody who has not looked at it yet (後閲待ち), the oldest first.
    List<Vote> unreviewed(UUID principal) {
        return jdbc.sql("""
                        select * from approval.vote
                        where principal_id = :principal and voter_id <> principal_id and reviewed_at is null
                        order by at, id limit :most""")
                .param("principal", principal)
                .param("most", RequestRepository.MOST)
                .query(VoteRepository::read)
                .list();
    }

    void insert(Vote vote, Request request) {
        jdbc.sql("""
                        insert into approval.vote (id, institution_id, version, request_id, requested_by, entered_by,
                            round, kind, choice, post_id, voter_id, principal_id, hash, comment, strength, at)
                        values (:id, :institution, 1, :request, :requestedBy, :enteredBy, :round, :kind, :choice, :post,
                            :voter, :principal, :hash, :comment, :strength, :at)""")
                .param("id", vote.id())
                .param("institution", vote.institution().value())
                .param("request", request.id())
                .param("requestedBy", request.asking().by())
                .param("enteredBy", request.asking().enteredBy())
                .param("round", vote.round())
                .param("kind", vote.kind().name().toLowerCase(Locale.ROOT))
                .param("choice", vote.said().name().toLowerCase(Locale.ROOT))
                .param("post", vote.power().post().value())
                .param("voter", vote.power().actor())
                .param("principal", vote.power().principal())
                .param("hash", vote.hash())
                .param("comment", vote.comment())
                .param("strength", vote.strength())
                .param("at", Columns.stored(vote.at()))
                .update();
    }

    void review(Vote vote, UUID by, Instant at, @Nullable String objection) {
        int rows = jdbc.sql("""
                        update approval.vote
                        set version = version + 1, reviewed_at = :at, reviewed_by = :by, objection = :objection
                        where id = :id and version = :version and reviewed_at is null""")
                .param("id", vote.id())
                .param("version", vote.version())
                .param("at", Columns.stored(at))
                .param("by", by)
                .param("objection", objection)
                .update();
        if (rows != 1) {
            throw new StaleRecord("approval.vote", vote.id());
        }
    }

    private static Vote read(ResultSet row, int number) throws SQLException {
        var reviewed = Columns.instantOrNull(row, "reviewed_at");
        return new Vote(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                Columns.id(row, "request_id"),
                row.getInt("round"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Said.valueOf(row.getString("choice").toUpperCase(Locale.ROOT)),
                new Power(
                        Columns.id(row, "voter_id"),
                        Columns.id(row, "principal_id"),
                        new PostId(Columns.id(row, "post_id"))),
                row.getString("hash"),
                row.getString("comment"),
                row.getString("strength"),
                Columns.instant(row, "at"),
                reviewed == null ? null : new Review(reviewed, row.getString("objection")));
    }
}
