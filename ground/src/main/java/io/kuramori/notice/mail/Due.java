package io.kuramori.notice.mail;

import io.kuramori.notice.inbox.Preference;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When a mail goes out. Pure.
public final class Due {

    private Due() {}

    /// Empty when no mail is wanted. The digest comes at its hour even in a quiet time: whoever chose the hour meant
    /// it.
    public static Optional<Instant> of(Instant now, ZoneId zone, Preference preference) {
        var here = now.atZone(zone);
        return switch (preference.digest()) {
            case NONE -> Optional.empty();
            case DAILY -> Optional.of(next(here, preference.daily()).toInstant());
            case EACH -> Optional.of(afterQuiet(here, preference).toInstant());
        };
    }

    private static ZonedDateTime afterQuiet(ZonedDateTime here, Preference preference) {
        var until = preference.quietUntil();
        return until == null || !preference.quiet(here.toLocalTime()) ? here : next(here, until);
    }

    /// The next time that the clock on the wall shows `time`, not now.
    private static ZonedDateTime next(ZonedDateTime here, LocalTime time) {
        var today = here.toLocalDate().atTime(time).atZone(here.getZone());
        return today.isAfter(here)
                ? today
                : here.toLocalDate().plusDays(1).atTime(time).atZone(here.getZone());
    }
}
