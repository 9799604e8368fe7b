package io.kuramori.organization.internal;

import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a record, so that a person hears of everything at once.
final class Complaints {

    private final List<Complaint> all = new ArrayList<>();

    Complaints when(boolean wrong, String field, String key, Object... arguments) {
        if (wrong) {
            all.add(new Complaint(field, key, List.of(arguments)));
        }
        return this;
    }

    List<Complaint> all() {
        return List.copyOf(all);
    }

    void raise() {
        if (!all.isEmpty()) {
            throw new Invalid(all);
        }
    }
}
