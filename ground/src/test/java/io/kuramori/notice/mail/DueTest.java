package io.kuramori.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.notice.inbox.Preference;
import io.kuramori.notice.inbox.Preference.Digest;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DueTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest(name = "{0} at {1}, quiet {2} to {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "EACH,  2026-11-25T12:00, 20:00, 07:00, 2026-11-25T12:00",
                "EACH,  2026-11-25T20:00, 20:00, 07:00, 2026-11-26T07:00",
                "EACH,  2026-11-26T06:59, 20:00, 07:00, 2026-11-26T07:00",
                "EACH,  2026-11-26T07:00, 20:00, 07:00, 2026-11-26T07:00",
                "EACH,  2026-11-25T12:30, 12:00, 13:00, 2026-11-25T13:00",
                "EACH,  2026-11-25T13:00, 12:00, 13:00, 2026-11-25T13:00",
                "EACH,  2026-11-25T23:00, -,     -,     2026-11-25T23:00",
                "EACH,  2026-11-25T23:00, 08:00, 08:00, 2026-11-25T23:00",
                "DAILY, 2026-11-25T08:29, 20:00, 07:00, 2026-11-25T08:30",
                "DAILY, 2026-11-25T08:30, 20:00, 07:00, 2026-11-26T08:30",
                "NONE,  2026-11-25T12:00, 20:00, 07:00, -"
            })
    void aMailGoesWhenItsReaderWantsIt(
            Digest digest, String now, @Nullable String from, @Nullable String until, @Nullable String due) {
        var preference = new Preference(1, digest, LocalTime.of(8, 30), time(from), time(until));
        var found = Due.of(LocalDateTime.parse(now).atZone(TOKYO).toInstant(), TOKYO, preference);
        assertThat(found.map(at -> at.atZone(TOKYO).toLocalDateTime()).orElse(null))
                .isEqualTo(due == null ? null : LocalDateTime.parse(due));
    }

    @Test
    void anHourThatDoesNotExistIsTheNextOneThatDoes() {
        var newYork = ZoneId.of("America/New_York");
        var preference = new Preference(1, Digest.DAILY, LocalTime.of(2, 30), null, null);
        var due = Due.of(LocalDateTime.parse("2027-03-13T12:00").atZone(newYork).toInstant(), newYork, preference);
        assertThat(due.orElseThrow().atZone(newYork).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2027-03-14T03:30"));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
