package io.kuramori.engine.matching.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Times as feeds write them: with an offset, without one (then UTC), or a day alone.
public final class Dates {

    private Dates() {}

    /// The time under a name of an object.
    public static Optional<Instant> at(Node node, String name) {
        return node.get(name).map(value -> read(value.text()).orElseThrow(() -> value.refused("an ISO 8601 time")));
    }

    public static Optional<Instant> read(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            boolean offset = text.endsWith("Z") || sign > 10;
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
