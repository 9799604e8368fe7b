package io.kuramori.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.util.function.Predicate;

/// Days as one institution counts them: its zone, its business days, its business year. Immutable.
public final class BusinessCalendar {

    /// No calendar closes for longer; a search that goes past it is a mistake in the closed days.
    private static final int LONGEST_CLOSURE = 60;

    private final ZoneId zone;
    private final Month yearStart;
    private final Predicate<LocalDate> businessDay;

    /// @param yearStart month in which the business year begins, on its first day
    /// @param businessDay whether the institution works on a day; pure
    public BusinessCalendar(ZoneId zone, Month yearStart, Predicate<LocalDate> businessDay) {
        this.zone = zone;
        this.yearStart = yearStart;
        this.businessDay = businessDay;
    }

    public ZoneId zone() {
        return zone;
    }

    /// The institution's date now.
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public boolean isBusinessDay(LocalDate date) {
        return businessDay.test(date);
    }

    /// The n-th business day after `date` (before it, when n is negative). With n = 0 the day itself if it is a
    /// business
    /// day, else the next one.
    ///
    /// @throws IllegalStateException when 60 days in a row are closed
    public LocalDate plusBusinessDays(LocalDate date, int n) {
        if (n == 0) {
            return businessDay.test(date) ? date : step(date, 1);
        }

        var day = date;
        for (int left = Math.abs(n); left > 0; left--) {
            day = step(day, Integer.signum(n));
        }
        return day;
    }

    /// First day of the business year that holds `date`.
    public LocalDate businessYearStart(LocalDate date) {
        var start = Year.from(date).atMonth(yearStart).atDay(1);
        return start.isAfter(date) ? start.minusYears(1) : start;
    }

    private LocalDate step(LocalDate from, int direction) {
        var day = from;
        for (int i = 0; i < LONGEST_CLOSURE; i++) {
            day = day.plusDays(direction);
            if (businessDay.test(day)) {
                return day;
            }
        }
        throw new IllegalStateException("no business day within " + LONGEST_CLOSURE + " days of " + from);
    }
}
