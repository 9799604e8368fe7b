package io.kuramori.approval.requests;

import io.kuramori.approval.Content;
import io.kuramori.approval.Proof;
import io.kuramori.approval.requests.Request.Asking;
import io.kuramori.approval.requests.Request.Decided;
import io.kuramori.approval.requests.Request.Emergency;
import io.kuramori.approval.requests.Request.Force;
import io.kuramori.approval.requests.Request.Standing;
import io.kuramori.approval.requests.Request.Subject;
import io.kuramori.approval.rules.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request's columns.
final class RequestRows {

    private RequestRows() {}

    static Request read(ResultSet row, int number) throws SQLException {
        return new Request(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("code"),
                subject(row),
                row.getString("subject_facts"),
                content(row),
                row.getString("hash"),
                asking(row),
                standing(row),
                Columns.idOrNull(row, "agenda_item_id"));
    }

    private static @Nullable Subject subject(ResultSet row) throws SQLException {
        var id = Columns.idOrNull(row, "subject_id");
        return id == null
                ? null
                : new Subject(
                        row.getString("subject_kind"),
                        id,
                        row.getInt("subject_version"),
                        row.getString("subject_href"));
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(
                row.getString("title"),
                row.getString("asked"),
                row.getString("risk"),
                row.getString("compensating"),
                row.getString("reference"),
                Columns.day(row, "until"),
                row.getString("matter"),
                row.getString("condition"));
    }

    private static Asking asking(ResultSet row) throws SQLException {
        return new Asking(
                Columns.id(row, "requested_by"),
                Columns.id(row, "entered_by"),
                Columns.instant(row, "first_submitted_at"),
                Columns.instant(row, "submitted_at"),
                row.getInt("round"),
                Columns.idOrNull(row, "renews"),
                row.getInt("renewals"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var proof = row.getString("proof") == null
                ? null
                : Proof.valueOf(row.getString("proof").toUpperCase(Locale.ROOT));
        var emergency = Columns.idOrNull(row, "emergency_by");
        var decided = Columns.instantOrNull(row, "decided_at");
        var from = Columns.dayOrNull(row, "effective_from");
        return new Standing(
                States.of(row.getString("status"), proof, Columns.dayOrNull(row, "confirm_by")),
                emergency == null ? null : new Emergency(emergency, Columns.id(row, "emergency_for")),
                row.getString("returned_comment"),
                decided == null
                        ? null
                        : new Decided(
                                Columns.idOrNull(row, "decided_by"),
                                decided,
                                row.getString("article"),
                                Columns.idOrNull(row, "authority_id")),
                from == null || proof == null ? null : new Force(proof, from, Columns.day(row, "original_from")));
    }

    /// Everything, for a new row.
    static Map<String, @Nullable Object> inserted(Request request) {
        var values = changed(request);
        var subject = request.subject();
        values.put("institution", request.institution().value());
        values.put("code", request.code());
        values.put("kind", subject == null ? null : subject.kind());
        values.put("subject", subject == null ? null : subject.id());
        values.put("href", subject == null ? null : subject.href());
        values.put("by", request.asking().by());
        values.put("enteredBy", request.asking().enteredBy());
        values.put("first", Columns.stored(request.asking().first()));
        values.put("matter", request.content().matter());
        values.put("renews", request.asking().renews());
        values.put("renewals", request.asking().renewals());
        return values;
    }

    /// What a change may touch.
    static Map<String, @Nullable Object> changed(Request request) {
        var values = new HashMap<String, @Nullable Object>();
        var subject = request.subject();
        var content = request.content();
        values.put("id", request.id());
        values.put("version", request.version());
        values.put("subjectVersion", subject == null ? null : subject.version());
        values.put("facts", request.facts());
        values.put("title", content.title());
        values.put("asked", content.asked());
        values.put("risk", content.risk());
        values.put("compensating", content.compensating());
        values.put("reference", content.reference());
        values.put("until", content.until());
        values.put("condition", content.condition());
        values.put("hash", request.hash());
        values.put("submitted", Columns.stored(request.asking().submitted()));
        values.put("round", request.asking().round());
        values.put("item", request.agendaItem());
        stand(values, request.standing());
        return values;
    }

    private static void stand(Map<String, @Nullable Object> values, Standing standing) {
        var emergency = standing.emergency();
        var decided = standing.decided();
        var force = standing.force();
        values.put("status", States.word(standing.state()));
        values.put("confirmBy", confirmBy(standing.state()));
        values.put("comment", standing.comment());
        values.put("emergencyBy", emergency == null ? null : emergency.by());
        values.put("emergencyFor", emergency == null ? null : emergency.principal());
        values.put("decidedBy", decided == null ? null : decided.by());
        values.put("decidedAt", decided == null ? null : Columns.stored(decided.at()));
        values.put("article", decided == null ? null : decided.article());
        values.put("authority", decided == null ? null : decided.table());
        values.put("proof", force == null ? null : force.proof().name().toLowerCase(Locale.ROOT));
        values.put("from", force == null ? null : force.from());
        values.put("original", force == null ? null : force.original());
    }

    private static @Nullable LocalDate confirmBy(State state) {
        return state instanceof State.Provisional(var by) ? by : null;
    }
}
