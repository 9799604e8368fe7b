package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as the trigger wrote it, waiting for its index.
record PendingEntry(
        long id,
        Optional<UUID> institution,
        String kind,
        UUID record,
        int version,
        String action,
        UUID actor,
        String actorKind,
        String strength,
        String reason,
        @Nullable String request,
        Instant at,
        Json.Obj fields) {

    /// Every value that the leaf commits to by a salted digest: the changed fields, and the free texts under `@`.
    Map<String, Json> committedFields() {
        var all = new TreeMap<>(fields.members());
        all.put("@reason", new Json.Str(reason));
        if (request != null) {
            all.put("@request", new Json.Str(request));
        }
        return all;
    }
}
