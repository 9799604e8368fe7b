package io.kuramori.organization.web.form;

import io.kuramori.organization.Invalid.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A form as it is shown.
///
/// @param values what stands in the fields, by name
/// @param newest what somebody else has stored meanwhile, by field; empty without a conflict
public record FormView(
        Form form, Map<String, String> values, List<Complaint> complaints, Optional<Map<String, String>> newest) {

    public FormView {
        values = Map.copyOf(values);
        complaints = List.copyOf(complaints);
    }

    public static FormView of(Form form, Map<String, String> values) {
        return new FormView(form, values, List.of(), Optional.empty());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// The first complaint about a field.
    public Optional<Complaint> about(String field) {
        return complaints.stream().filter(each -> each.field().equals(field)).findFirst();
    }

    /// Complaints about nothing that the form shows, for its head.
    public List<Complaint> general() {
        return complaints.stream()
                .filter(each -> form.fields().stream()
                        .noneMatch(field -> field.shown() && field.name().equals(each.field())))
                .toList();
    }

    /// Where what was typed and what is stored now differ, in words.
    public List<Difference> differences(Function<String, String> message) {
        var differences = new ArrayList<Difference>();
        newest.ifPresent(stored -> form.fields().stream()
                .filter(Field::shown)
                .filter(field -> stored.containsKey(field.name()))
                .forEach(field -> {
                    var mine = value(field.name());
                    var theirs = stored.getOrDefault(field.name(), "");
                    if (!mine.equals(theirs)) {
                        differences.add(
                                new Difference(field.label(), field.said(mine, message), field.said(theirs, message)));
                    }
                }));
        return differences;
    }

    /// @param label message key of the field's name
    /// @param mine what was typed
    /// @param theirs what is stored now
    public record Difference(String label, String mine, String theirs) {}
}
