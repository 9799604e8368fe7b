package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.UUID;

/// The holder of a post lets somebody decide in his place, from `from` through `until`. It does not pass on.
public record Delegation(UUID principal, UUID deputy, PostId post, LocalDate from, LocalDate until) {

    public Delegation {
        if (principal.equals(deputy)) {
            throw new IllegalArgumentException("nobody is their own deputy");
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /// Whether it held on any day of a period, both ends included.
    public boolean within(LocalDate first, LocalDate last) {
        return !until.isBefore(first) && !from.isAfter(last);
    }
}
