package io.kuramori.engine.matching.version.datetime;

import io.kuramori.engine.matching.version.VersionOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Moments as RFC 3339 writes them; two ways to write one moment are equal.
public final class DatetimeOrder extends VersionOrder<Instant> {

    public static final DatetimeOrder INSTANCE = new DatetimeOrder();

    private DatetimeOrder() {
        super("RFC 3339");
    }

    @Override
    protected @Nullable Instant read(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
