package io.kuramori.organization.web.form;

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

/// What was typed into a form, read field by field. What cannot be read is remembered and complained of together by
/// [#raise]; until then its place is taken by a value that is never stored.
public final class Input {

    private static final int LONGEST = 200;

    /// Calendars are known until then; nothing of an institution of today began before.
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;
    private static final UUID NO_ID = new UUID(0, 0);

    private final Map<String, String> typed;
    private final List<Complaint> complaints = new ArrayList<>();

    public Input(Map<String, String> typed) {
        this.typed = typed;
    }

    /// Stripped; empty when blank.
    public String text(String field) {
        var text = Objects.requireNonNullElse(typed.get(field), "").strip();
        if (text.length() > LONGEST) {
            complain(field, "organization.error.too-long", LONGEST);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            complain(field, "organization.error.characters");
        }
        return text;
    }

    public @Nullable String optional(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    public String required(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            complain(field, "organization.error.required");
        }
        return text;
    }

    public @Nullable LocalDate date(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a day of another age.
        }
        complain(field, "organization.error.date");
        return null;
    }

    public LocalDate requiredDate(String field) {
        var day = date(field);
        if (day == null && complaints.stream().noneMatch(each -> each.field().equals(field))) {
            complain(field, "organization.error.required");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    public @Nullable Integer number(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            complain(field, "organization.error.number");
            return null;
        }
    }

    public @Nullable UUID id(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            complain(field, "organization.error.choice");
            return null;
        }
    }

    public UUID requiredId(String field) {
        var id = id(field);
        if (id == null && text(field).isEmpty()) {
            complain(field, "organization.error.required");
        }
        return id == null ? NO_ID : id;
    }

    public <E extends Enum<E>> E choice(String field, E[] constants) {
        var text = text(field);
        for (var constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        complain(field, text.isEmpty() ? "organization.error.required" : "organization.error.choice");
        return constants[0];
    }

    /// The version that the form was filled from; 0 for a new record.
    public int version() {
        var version = number("version");
        return version == null ? 0 : version;
    }

    /// Why, in the person's words, or else the name of the act.
    public String reason(String otherwise) {
        var reason = text("reason");
        return reason.isEmpty() ? otherwise : reason;
    }

    public void complain(String field, String key, Object... arguments) {
        complaints.add(new Complaint(field, key, List.of(arguments)));
    }

    /// @throws Invalid when anything could not be read
    public void raise() {
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
    }
}
