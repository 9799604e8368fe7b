package io.kuramori.approval.web;

import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as it is shown: what stands in its fields, and what is wrong with them.
public record Filled(Map<String, String> values, List<Complaint> complaints) {

    public static final Filled EMPTY = new Filled(Map.of(), List.of());

    public Filled {
        values = Map.copyOf(values);
        complaints = List.copyOf(complaints);
    }

    /// The form again, with what was typed.
    static Filled refused(Map<String, String> typed, Invalid refused) {
        return new Filled(typed, refused.complaints());
    }

    /// The form again, because the record has moved on since it was opened.
    static Filled stale(Map<String, String> typed) {
        return new Filled(typed, List.of(new Complaint("", "approval.error.changed", List.of())));
    }

    /// Carries an act out; what speaks against it comes back with what was typed.
    static Optional<Filled> attempt(Map<String, String> typed, Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (Invalid refused) {
            return Optional.of(refused(typed, refused));
        } catch (StaleRecord _) {
            return Optional.of(stale(typed));
        }
    }

    Filled with(String field, String value) {
        var more = new HashMap<>(values);
        more.put(field, value);
        return new Filled(more, complaints);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public Optional<Complaint> about(String field) {
        return complaints.stream().filter(each -> each.field().equals(field)).findFirst();
    }
}
