package io.kuramori.organization.web.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Collects a record's values by field, as a form shows them; what is null leaves its field empty.
public final class Values {

    private final Map<String, String> all = new HashMap<>();

    public static Values version(int version) {
        return new Values().with("version", version);
    }

    public Values with(String field, @Nullable String value) {
        all.put(field, value == null ? "" : value);
        return this;
    }

    public Values with(String field, @Nullable Integer value) {
        return with(field, value == null ? null : value.toString());
    }

    public Values with(String field, @Nullable LocalDate value) {
        return with(field, value == null ? null : value.toString());
    }

    public Values with(String field, @Nullable UUID value) {
        return with(field, value == null ? null : value.toString());
    }

    public Values with(String field, @Nullable Enum<?> value) {
        return with(field, value == null ? null : value.name());
    }

    public Map<String, String> all() {
        return Map.copyOf(all);
    }
}
