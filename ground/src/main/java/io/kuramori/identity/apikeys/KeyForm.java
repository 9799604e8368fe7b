package io.kuramori.identity.apikeys;

import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new key as it was typed.
///
/// @param root an institution's id; empty for the whole group
/// @param until the last day
/// @param permission names of the permissions
public record KeyForm(
        @Nullable String name,
        @Nullable String root,
        @Nullable String until,
        @Nullable List<String> permission) {

    private static final int NAME_LENGTH = 100;

    public static KeyForm empty() {
        return new KeyForm("", "", "", List.of());
    }

    public boolean has(ApiPermission one) {
        return permission != null && permission.contains(one.name());
    }

    public String typed(String field) {
        var value = switch (field) {
            case "name" -> name;
            case "root" -> root;
            default -> until;
        };
        return value == null ? "" : value;
    }

    /// What it asks for; empty when something is wrong, which is then in `errors` by field.
    Optional<ApiKeys.Asked> asked(Caller caller, Clock clock, ZoneId zone, Map<String, String> errors) {
        if (typed("name").isBlank() || typed("name").strip().length() > NAME_LENGTH) {
            errors.put("name", "identity.key.name.error");
        }
        var permissions = EnumSet.noneOf(ApiPermission.class);
        for (ApiPermission one : ApiPermission.values()) {
            if (has(one)) {
                permissions.add(one);
            }
        }
        if (permissions.isEmpty()) {
            errors.put("permission", "identity.key.permission.error");
        }
        var institution = institution(caller, errors);
        var expires = expires(clock, zone, errors);

        return errors.isEmpty() && expires != null
                ? Optional.of(new ApiKeys.Asked(typed("name").strip(), institution, permissions, expires))
                : Optional.empty();
    }

    private @Nullable InstitutionId institution(Caller caller, Map<String, String> errors) {
        if (typed("root").isEmpty()) {
            return null;
        }
        try {
            var asked = new InstitutionId(UUID.fromString(typed("root")));
            if (caller.scope().contains(asked)) {
                return asked;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        errors.put("root", "identity.key.root.error");
        return null;
    }

    private @Nullable Instant expires(Clock clock, ZoneId zone, Map<String, String> errors) {
        try {
            var day = LocalDate.parse(typed("until"));
            var end = day.plusDays(1).atStartOfDay(zone).toInstant();
            var now = clock.instant();
            if (end.isAfter(now) && !end.isAfter(now.plus(ApiKeys.LONGEST))) {
                return end;
            }
        } catch (DateTimeParseException _) {
            // told below
        }
        errors.put("until", "identity.key.until.error");
        return null;
    }
}
