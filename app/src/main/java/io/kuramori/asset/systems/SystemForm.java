package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of a system as it was typed; what is wrong stands beside the field, what was typed stays.
///
/// @param id empty for a new system
/// @param version the version the form was filled from
public record SystemForm(
        String id,
        String version,
        String institution,
        String name,
        String reading,
        String kind,
        String ownerPost,
        String department,
        String description,
        String confidentiality,
        String integrity,
        String availability,
        String criticalOperation,
        String exposure,
        String rto,
        String rpo,
        String thirdParty,
        String reason) {

    /// The empty form: ratings in the middle, everything else to be said.
    static final SystemForm EMPTY = new SystemForm(
            "", "", "", "", "", "information_system", "", "", "", "2", "2", "2", "", "none", "", "", "", "");

    private static final Pattern SPAN = Pattern.compile("(\\d{1,7})\\s*(分|m|min|時間|h|日|d)?");

    // What a browser leaves out arrives as null.
    public SystemForm {
        id = tidy(id);
        version = tidy(version);
        institution = tidy(institution);
        name = tidy(name);
        reading = tidy(reading);
        kind = tidy(kind);
        ownerPost = tidy(ownerPost);
        department = tidy(department);
        description = tidy(description);
        confidentiality = tidy(confidentiality);
        integrity = tidy(integrity);
        availability = tidy(availability);
        criticalOperation = tidy(criticalOperation);
        exposure = tidy(exposure);
        rto = tidy(rto);
        rpo = tidy(rpo);
        thirdParty = tidy(thirdParty);
        reason = tidy(reason);
    }

    static SystemForm of(SystemRecord system) {
        var details = system.details();
        var rating = details.rating();
        return new SystemForm(
                system.id().value().toString(),
                Integer.toString(system.version()),
                system.institution().value().toString(),
                details.name(),
                tidy(details.reading()),
                details.kind().code(),
                text(details.ownerPost()),
                text(details.department()),
                tidy(details.description()),
                Integer.toString(rating.confidentiality()),
                Integer.toString(rating.integrity()),
                Integer.toString(rating.availability()),
                rating.criticalOperation() ? "true" : "",
                details.exposure().code(),
                text(details.rtoMinutes()),
                text(details.rpoMinutes()),
                tidy(details.thirdParty()),
                "");
    }

    /// The same form on top of a newer version.
    SystemForm onto(int newer) {
        return new SystemForm(
                id,
                Integer.toString(newer),
                institution,
                name,
                reading,
                kind,
                ownerPost,
                department,
                description,
                confidentiality,
                integrity,
                availability,
                criticalOperation,
                exposure,
                rto,
                rpo,
                thirdParty,
                reason);
    }

    boolean isNew() {
        return id.isEmpty();
    }

    Checked check() {
        var errors = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            errors.put("name", "asset.system.error.name");
        }
        tooLong(errors, "name", name, 200);
        tooLong(errors, "reading", reading, 200);
        tooLong(errors, "description", description, 4000);
        tooLong(errors, "thirdParty", thirdParty, 200);
        UUID institutionId = uuid(errors, "institution", institution, true);
        UUID post = uuid(errors, "ownerPost", ownerPost, false);
        UUID departmentId = uuid(errors, "department", department, false);
        int c = level(errors, "confidentiality", confidentiality);
        int i = level(errors, "integrity", integrity);
        int a = level(errors, "availability", availability);
        Integer rtoMinutes = minutes(errors, "rto", rto);
        Integer rpoMinutes = minutes(errors, "rpo", rpo);
        SystemKind systemKind = SystemKind.INFORMATION_SYSTEM;
        Exposure reachable = Exposure.NONE;
        try {
            systemKind = SystemKind.of(kind);
            reachable = Exposure.of(exposure);
        } catch (IllegalArgumentException e) {
            errors.put("kind", "asset.system.error.choice");
        }
        if (!errors.isEmpty() || institutionId == null) {
            return new Checked.Rejected(errors);
        }

        var rating = new Rating(c, i, a, "true".equals(criticalOperation) || "on".equals(criticalOperation));
        return new Checked.Accepted(
                institutionId,
                new SystemDetails(
                        name,
                        none(reading),
                        systemKind,
                        post,
                        departmentId,
                        none(description),
                        rating,
                        reachable,
                        rtoMinutes,
                        rpoMinutes,
                        none(thirdParty)));
    }

    /// What the form says, or what is wrong with it.
    sealed interface Checked {

        record Accepted(UUID institution, SystemDetails details) implements Checked {}

        /// @param errors message keys by field
        record Rejected(Map<String, String> errors) implements Checked {
            public Rejected {
                errors = Map.copyOf(errors);
            }
        }
    }

    /// Minutes from `90`, `90分`, `4時間`, `2h`, `1日`; null for a blank, -1 for what cannot be read.
    static @Nullable Integer minutes(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return -1;
        }
        String unit = span.group(2) == null ? "m" : span.group(2);
        long factor = switch (unit) {
            case "時間", "h" -> 60;
            case "日", "d" -> 24 * 60;
            default -> 1;
        };
        long minutes = Long.parseLong(span.group(1)) * factor;
        return minutes > 5_256_000 ? -1 : (int) minutes;
    }

    private static @Nullable Integer minutes(Map<String, String> errors, String field, String typed) {
        Integer minutes = minutes(typed);
        if (minutes != null && minutes < 0) {
            errors.put(field, "asset.system.error.minutes");
            return null;
        }
        return minutes;
    }

    private static int level(Map<String, String> errors, String field, String typed) {
        if (typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '3') {
            return typed.charAt(0) - '0';
        }
        errors.put(field, "asset.system.error.level");
        return 1;
    }

    private static @Nullable UUID uuid(Map<String, String> errors, String field, String typed, boolean required) {
        if (typed.isEmpty()) {
            if (required) {
                errors.put(field, "asset.system.error.choice");
            }
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            errors.put(field, "asset.system.error.choice");
            return null;
        }
    }

    private static void tooLong(Map<String, String> errors, String field, String typed, int most) {
        if (typed.length() > most) {
            errors.put(field, "asset.system.error.long");
        }
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String none(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
