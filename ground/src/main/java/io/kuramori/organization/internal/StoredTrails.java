package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.journal.History;
import io.kuramori.organization.Trail;
import io.kuramori.organization.Trails;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Reads histories and the names behind their ids.
@Service
public class StoredTrails implements Trails {

    private static final Set<String> KINDS = Set.of(
            "institution",
            "special-day",
            "department",
            "post",
            "person",
            "appointment",
            "committee",
            "committee-member",
            "committee-meeting",
            "authority-table",
            "authority-rule",
            "parameter");

    private final History history;
    private final TrailRepository names;
    private final Writes writes;

    StoredTrails(History history, TrailRepository names, Writes writes) {
        this.history = history;
        this.names = names;
        this.writes = writes;
    }

    /// Whether it is a kind of record of this module.
    public boolean knows(String kind) {
        return KINDS.contains(kind);
    }

    @Override
    public Trail of(Caller caller, String kind, UUID id) {
        return writes.read(caller, () -> {
            var changes = history.of(kind, id);
            var actors = changes.stream().map(change -> change.actor().id()).collect(Collectors.toSet());
            var mentioned = changes.stream()
                    .flatMap(change -> change.fields().stream())
                    .filter(field -> field.field().endsWith("_id"))
                    .flatMap(field -> Stream.of(field.before(), field.after()))
                    .flatMap(value -> value.stream())
                    .collect(Collectors.toSet());
            return new Trail(changes, names.actors(actors), names.records(mentioned));
        });
    }
}
