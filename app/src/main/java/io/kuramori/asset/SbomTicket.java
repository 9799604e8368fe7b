package io.kuramori.asset;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The receipt for a bill of materials and what has become of it.
///
/// @param finished null while it waits
public record SbomTicket(
        UUID id,
        ReleaseId release,
        State state,
        String sha256,
        long size,
        Instant received,
        @Nullable Instant finished) {

    public enum State {
        /// Kept, waiting for its turn.
        QUEUED,
        /// In force, or it was until the next one came.
        DONE,
        /// A later one was there before it.
        OVERTAKEN,
        /// It could not be taken in; the log says why.
        FAILED
    }

    public boolean waits() {
        return state == State.QUEUED;
    }
}
