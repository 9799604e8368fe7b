package io.kuramori.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a ledger has against a row.
///
/// @param column key of the column at fault; empty when it is the row as a whole
/// @param message message key
/// @param suggestion a value that would do, when one is near
public record Objection(
        String column,
        String message,
        List<String> args,
        @Nullable String suggestion) {

    public Objection {
        args = List.copyOf(args);
    }

    public static Objection to(String column, String message, String... args) {
        return new Objection(column, message, List.of(args), null);
    }
}
