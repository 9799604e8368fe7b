package io.kuramori.evidence.web;

import io.kuramori.evidence.items.Item.Facts;
import io.kuramori.evidence.items.Item.Reference;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what was typed, and gathers what is wrong with it.
final class Typed {

    static final int LINE = 200;
    static final int REASON = 400;
    static final int TEXT = 4_000;

    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private final Map<String, String> fields;
    private final List<Complaint> complaints = new ArrayList<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    boolean fine() {
        return complaints.isEmpty();
    }

    Facts facts() {
        var owner = owner();
        return new Facts(
                text("title", LINE, true),
                text("shows", TEXT, false),
                owner,
                day("from"),
                day("to"),
                day("collected"),
                optional("collectedBy", LINE));
    }

    Reference reference() {
        var sha256 =
                text("documentSha256", LINE, false).toLowerCase(Locale.ROOT).replace(" ", "");
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
            complaints.add(new Complaint("documentSha256", "evidence.error.sha256", List.of()));
        }
        return new Reference(
                text("number", LINE, true),
                optional("edition", 100),
                text("place", REASON, true),
                sha256.isEmpty() ? null : sha256);
    }

    String text(String field, int most, boolean required) {
        var text = fields.getOrDefault(field, "").strip().replace("\r\n", "\n");
        if (text.isEmpty() && required) {
            complaints.add(new Complaint(field, "evidence.error.required", List.of()));
        } else if (text.length() > most) {
            complaints.add(new Complaint(field, "evidence.error.too-long", List.of(most)));
        }
        return text;
    }

    @Nullable
    String optional(String field, int most) {
        var text = text(field, most, false);
        return text.isEmpty() ? null : text;
    }

    /// Some day also when none was typed; it is complained of then.
    LocalDate day(String field) {
        try {
            var day = LocalDate.parse(fields.getOrDefault(field, "").strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2099) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a day of another age.
        }
        complaints.add(new Complaint(field, "evidence.error.date", List.of()));
        return NO_DAY;
    }

    private PostId owner() {
        try {
            return new PostId(UUID.fromString(fields.getOrDefault("owner", "")));
        } catch (IllegalArgumentException _) {
            complaints.add(new Complaint("owner", "evidence.error.required", List.of()));
            return new PostId(new UUID(0, 0));
        }
    }
}
