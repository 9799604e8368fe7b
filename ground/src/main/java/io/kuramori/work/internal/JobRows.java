package io.kuramori.work.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import io.kuramori.work.Job;
import io.kuramori.work.JobId;
import io.kuramori.work.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of `work.job` as records.
final class JobRows {

    private JobRows() {}

    static Job job(ResultSet row) throws SQLException {
        String step = row.getString("step_key");
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getInt("attempt"),
                row.getBoolean("cancel_requested"),
                row.getLong("total"),
                row.getLong("done"),
                step == null
                        ? null
                        : new Job.Words(step, List.of((String[])
                                row.getArray("step_arguments").getArray())),
                row.getString("link"),
                row.getString("error_reference"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    static JobRun run(ResultSet row) throws SQLException {
        Actor actor = new Actor(
                row.getObject("actor_id", UUID.class),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                Actor.Strength.valueOf(row.getString("actor_strength")));
        UUID[] scope = (UUID[]) row.getArray("institution_ids").getArray();
        return new JobRun(
                new JobId(row.getObject("id", UUID.class)),
                row.getInt("run"),
                row.getInt("attempt"),
                row.getString("kind"),
                row.getString("params"),
                new Caller(
                        actor,
                        row.getString("started_by"),
                        Arrays.stream(scope).map(InstitutionId::new).collect(Collectors.toSet())));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
