package io.kuramori.organization.web;

import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.internal.Transfers.Load;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the 異動 workbench shows.
///
/// @param people in force, by reading
/// @param person the one who leaves, once chosen
/// @param done whether the last transfer has just been stored
public record Workbench(
        List<Person> people,
        Optional<Person> person,
        LocalDate effective,
        List<Load> loads,
        List<Complaint> complaints,
        boolean done) {

    public Workbench {
        people = List.copyOf(people);
        loads = List.copyOf(loads);
        complaints = List.copyOf(complaints);
    }

    /// Everyone by id, after an empty choice in the given words.
    public Map<String, String> choices(String none) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", none);
        people.forEach(each -> choices.put(each.id().value().toString(), each.name() + " (" + each.code() + ")"));
        return choices;
    }

    public String personId() {
        return person.map(each -> each.id().value().toString()).orElse("");
    }
}
