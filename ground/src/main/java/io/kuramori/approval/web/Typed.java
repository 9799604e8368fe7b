package io.kuramori.approval.web;

import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed into a form, read field by field; all complaints together are raised at the end.
final class Typed {

    private static final int LINE = 200;
    private static final int TEXT = 4_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final UUID NO_ID = new UUID(0, 0);

    private final Map<String, String> values;
    private final List<Complaint> complaints = new ArrayList<>();

    Typed(Map<String, String> values) {
        this.values = values;
    }

    /// One line; empty when blank.
    String line(String field) {
        var text = raw(field);
        if (text.length() > LINE) {
            complain(field, "approval.error.too-long", LINE);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            complain(field, "approval.error.characters");
        }
        return text;
    }

    String requiredLine(String field) {
        return required(field, line(field));
    }

    /// Several lines; empty when blank.
    String text(String field) {
        var text = raw(field).replace("\r\n", "\n");
        if (text.length() > TEXT) {
            complain(field, "approval.error.too-long", TEXT);
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            complain(field, "approval.error.characters");
        }
        return text;
    }

    String requiredText(String field) {
        return required(field, text(field));
    }

    @Nullable
    String textOrNull(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String lineOrNull(String field) {
        var text = line(field);
        return text.isEmpty() ? null : text;
    }

    LocalDate day(String field) {
        var text = required(field, raw(field));
        if (text.isEmpty()) {
            return LocalDate.EPOCH;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a day of another age.
        }
        complain(field, "approval.error.date");
        return LocalDate.EPOCH;
    }

    UUID id(String field) {
        var id = idOrNull(field);
        if (id == null && raw(field).isEmpty()) {
            complain(field, "approval.error.required");
        }
        return id == null ? NO_ID : id;
    }

    @Nullable
    UUID idOrNull(String field) {
        var text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            complain(field, "approval.error.choice");
            return null;
        }
    }

    int version() {
        try {
            return Integer.parseInt(raw("version"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    boolean is(String field, String value) {
        return raw(field).equals(value);
    }

    void complain(String field, String key, Object... arguments) {
        if (complaints.stream().noneMatch(each -> each.field().equals(field))) {
            complaints.add(new Complaint(field, key, List.of(arguments)));
        }
    }

    /// @throws Invalid when anything could not be read
    void raise() {
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
    }

    private String required(String field, String text) {
        if (text.isEmpty()) {
            complain(field, "approval.error.required");
        }
        return text;
    }

    private String raw(String field) {
        return Objects.requireNonNullElse(values.get(field), "").strip();
    }
}
