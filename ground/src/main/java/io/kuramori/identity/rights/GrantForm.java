package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is typed to give a role. Days are those of the product's zone: from the start of the first to the end of the
/// last.
///
/// @param root an institution's id; `group` for the whole group
public record GrantForm(String account, String role, String root, String from, String until, String reason) {

    static final String GROUP = "group";

    static GrantForm of(Map<String, String> typed) {
        return new GrantForm(
                typed.getOrDefault("account", ""),
                typed.getOrDefault("role", ""),
                typed.getOrDefault("root", ""),
                typed.getOrDefault("from", ""),
                typed.getOrDefault("until", ""),
                typed.getOrDefault("reason", "").strip());
    }

    /// Empty when something is missing or is no day.
    Optional<GrantOrder> order(ZoneId zone) {
        try {
            var last = until.isBlank() ? null : LocalDate.parse(until);
            return Optional.of(new GrantOrder(
                    UUID.fromString(account),
                    Role.valueOf(role),
                    institution(root),
                    LocalDate.parse(from).atStartOfDay(zone).toInstant(),
                    last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                    reason));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static @Nullable InstitutionId institution(String root) {
        return root.equals(GROUP) ? null : new InstitutionId(UUID.fromString(root));
    }
}
