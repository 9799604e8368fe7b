package io.kuramori.exchange.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cell says, by its column's type.
public sealed interface Reading {

    /// @param canonical canonical text, empty for a blank cell
    record Value(String canonical) implements Reading {}

    record Fault(
            String message, List<String> args, @Nullable String suggestion) implements Reading {

        static Fault of(String message, String... args) {
            return new Fault(message, List.of(args), null);
        }

        Fault suggesting(@Nullable String value) {
            return new Fault(message, args, value);
        }
    }
}
