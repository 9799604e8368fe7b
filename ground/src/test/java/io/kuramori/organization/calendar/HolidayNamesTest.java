package io.kuramori.organization.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HolidayNamesTest {

    private final Calendars calendars = new Calendars();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, new-year",
        "2026-01-02, bank",
        "2026-01-12, coming-of-age",
        "2024-02-12, substitute",
        "2018-12-24, substitute",
        "2026-02-23, emperor",
        "2026-03-20, vernal-equinox",
        "2019-04-30, bridge",
        "2019-05-01, accession",
        "2019-05-02, bridge",
        "2026-05-06, substitute",
        "2020-07-24, sports",
        "2021-08-09, substitute",
        "2026-09-21, respect-for-aged",
        "2026-09-22, bridge",
        "2026-09-23, autumnal-equinox",
        "2024-09-23, substitute",
        "2019-10-22, accession",
        "2026-10-12, sports",
        "2026-12-31, bank"
    })
    void eachHolidayIsCalledByTheLaw(LocalDate day, String name) {
        assertThat(calendars.holidays("JP", day, day.plusDays(1))).containsExactly(new Holiday(day, name, true));
    }

    @Test
    void aYearHoldsEveryDayThatIsNotWorked() {
        assertThat(calendars.holidays("JP", LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01")))
                .hasSize(21)
                .extracting(Holiday::day)
                .isSorted();
    }

    @Test
    void otherCountriesCallTheirsThemselves() {
        assertThat(calendars.holidays("US", LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")))
                .extracting(Holiday::key)
                .containsExactly(false);
    }
}
