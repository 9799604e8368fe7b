package io.kuramori.organization;

import io.kuramori.journal.Change;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What happened to a record, with the names behind its ids.
///
/// @param changes the newest first
/// @param actors names of who acted
/// @param names of the records that the fields point to, by id
public record Trail(List<Change> changes, Map<UUID, String> actors, Map<String, String> names) {

    public Trail {
        changes = List.copyOf(changes);
        actors = Map.copyOf(actors);
        names = Map.copyOf(names);
    }

    public String actor(Change change) {
        return actors.getOrDefault(change.actor().id(), change.actor().id().toString());
    }

    /// A field's value, as a name where it is the id of a record in sight.
    public String said(String value) {
        return names.getOrDefault(value, value);
    }

    /// The newest few.
    public Trail newest(int most) {
        return new Trail(changes.subList(0, Math.min(most, changes.size())), actors, names);
    }
}
