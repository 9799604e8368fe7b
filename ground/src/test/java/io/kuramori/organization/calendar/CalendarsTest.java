package io.kuramori.organization.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Institution;
import io.kuramori.organization.SpecialDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalendarsTest {

    private final InstitutionId id = new InstitutionId(UUID.randomUUID());
    private final Calendars calendars = new Calendars();
    private final BusinessCalendar japan = calendars.of(institution("JP"), List.of());

    @Nested
    class NationalHolidays {

        @Test
        void of2026AreThoseOfTheOfficialCalendar() {
            assertThat(JapaneseHolidays.of(2026))
                    .containsExactly(dates(
                            "2026-01-01",
                            "2026-01-12",
                            "2026-02-11",
                            "2026-02-23",
                            "2026-03-20",
                            "2026-04-29",
                            "2026-05-03",
                            "2026-05-04",
                            "2026-05-05",
                            "2026-05-06",
                            "2026-07-20",
                            "2026-08-11",
                            "2026-09-21",
                            "2026-09-22",
                            "2026-09-23",
                            "2026-10-12",
                            "2026-11-03",
                            "2026-11-23"));
        }

        @Test
        void of2019HoldTheAccessionAndItsBridges() {
            assertThat(JapaneseHolidays.of(2019))
                    .contains(dates("2019-04-30", "2019-05-01", "2019-05-02", "2019-05-06", "2019-10-22"))
                    .doesNotContain(dates("2019-02-23", "2019-12-23"));
        }

        @Test
        void of2021MovedForTheGames() {
            assertThat(JapaneseHolidays.of(2021))
                    .contains(dates("2021-07-22", "2021-07-23", "2021-08-08", "2021-08-09"))
                    .doesNotContain(dates("2021-07-19", "2021-08-11", "2021-10-11"));
        }

        @Test
        void areNotGuessedOutsideTheYearsOfTheLaw() {
            assertThatThrownBy(() -> JapaneseHolidays.of(2100)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class BusinessDays {

        @ParameterizedTest(name = "{0} plus {1} → {2}")
        @CsvSource({
            // Friday, then a weekend and a Monday that is 勤労感謝の日
            "2026-11-20, 1, 2026-11-24",
            "2026-11-23, 0, 2026-11-24",
            "2026-11-24, 0, 2026-11-24",
            // シルバーウィーク: Saturday to Wednesday closed
            "2026-09-18, 1, 2026-09-24",
            "2026-09-24, -1, 2026-09-18",
            // 年末年始
            "2026-12-30, 1, 2027-01-04",
            "2026-12-28, 5, 2027-01-06",
            "2026-04-28, 3, 2026-05-07",
        })
        void areCounted(LocalDate from, int days, LocalDate expected) {
            assertThat(japan.plusBusinessDays(from, days)).isEqualTo(expected);
        }

        @Test
        void followTheInstitutionsOwnDays() {
            var own = calendars.of(
                    institution("JP"),
                    List.of(special("2026-11-24", false, "創立記念日"), special("2026-11-28", true, "臨時営業")));

            assertThat(own.isBusinessDay(LocalDate.parse("2026-11-24"))).isFalse();
            assertThat(own.isBusinessDay(LocalDate.parse("2026-11-28"))).isTrue();
            assertThat(own.plusBusinessDays(LocalDate.parse("2026-11-20"), 1)).isEqualTo("2026-11-25");
        }

        @Test
        void followTheHostCountryAbroad() {
            var london = calendars.of(institution("GB"), List.of());

            assertThat(london.isBusinessDay(LocalDate.parse("2026-12-25"))).isFalse();
            assertThat(london.isBusinessDay(LocalDate.parse("2026-12-31"))).isTrue();
            assertThat(london.isBusinessDay(LocalDate.parse("2026-11-23"))).isTrue();
        }

        @Test
        void areRefusedWhenEverythingIsClosed() {
            var never = new BusinessCalendar(ZoneOffset.UTC, Month.APRIL, date -> false);

            assertThatThrownBy(() -> never.plusBusinessDays(LocalDate.parse("2026-11-24"), 1))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void todayIsTheInstitutionsOwn() {
        var clock = Clock.fixed(Instant.parse("2026-11-23T15:30:00Z"), ZoneOffset.UTC);

        assertThat(japan.today(clock)).isEqualTo("2026-11-24");
    }

    @Test
    void theBusinessYearBeginsInItsMonth() {
        assertThat(japan.businessYearStart(LocalDate.parse("2026-03-31"))).isEqualTo("2025-04-01");
        assertThat(japan.businessYearStart(LocalDate.parse("2026-04-01"))).isEqualTo("2026-04-01");
    }

    @Test
    void knowsWhichCountriesItCanAnswerFor() {
        assertThat(calendars.knows("JP")).isTrue();
        assertThat(calendars.knows("US-NY")).isTrue();
        assertThat(calendars.knows("QQ")).isFalse();
    }

    private SpecialDay special(String day, boolean open, String name) {
        return new SpecialDay(UUID.randomUUID(), id, 1, LocalDate.parse(day), open, name, null);
    }

    private Institution institution(String calendar) {
        return new Institution(
                id,
                1,
                "MIYAKO",
                null,
                Institution.Kind.LEGAL_ENTITY,
                "みやこ銀行",
                null,
                null,
                List.of(),
                ZoneId.of("Asia/Tokyo"),
                calendar,
                "ja",
                Month.APRIL,
                null,
                null);
    }

    private static LocalDate[] dates(String... texts) {
        return Arrays.stream(texts).map(LocalDate::parse).toArray(LocalDate[]::new);
    }
}
