package io.kuramori.organization.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Japan's national holidays from 2007 to 2099, by the Act on National Holidays (国民の祝日に関する法律, Act 178 of 1948)
/// as amended, and the days on which banks are closed besides (銀行法施行令 5: Saturdays, 31 December to 3 January).
///
/// Own, because the library at hand knows neither the equinoxes nor the change of 2019. The equinoxes are computed by
/// the usual approximation of the National Astronomical Observatory's figures, which holds until 2099; the official
/// date is announced in February of the year before.
final class JapaneseHolidays {

    static final int FIRST_YEAR = 2007;
    static final int LAST_YEAR = 2099;

    /// Days of one year only: the accession of 2019, and the moves for the games of 2020 and 2021.
    private static final Map<Integer, Set<MonthDay>> ONCE = Map.of(
            2019, Set.of(MonthDay.of(5, 1), MonthDay.of(10, 22)),
            2020, Set.of(MonthDay.of(7, 23), MonthDay.of(7, 24), MonthDay.of(8, 10)),
            2021, Set.of(MonthDay.of(7, 22), MonthDay.of(7, 23), MonthDay.of(8, 8)));

    private JapaneseHolidays() {}

    /// The national holidays of a year, substitute (振替休日) and bridging ones (国民の休日) included.
    ///
    /// @throws IllegalArgumentException outside 2007 to 2099
    static Set<LocalDate> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("holidays of Japan are known from 2007 to 2099, not for " + year);
        }

        var named = named(year);
        var all = new TreeSet<>(named);
        addSubstitutes(named, all);
        addBridges(named, all);
        return all;
    }

    /// The days between the years on which banks are closed by ordinance.
    static boolean bankHoliday(LocalDate date) {
        return (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 31)
                || (date.getMonth() == Month.JANUARY && date.getDayOfMonth() <= 3);
    }

    private static NavigableSet<LocalDate> named(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(monday(year, 1, 2));
        days.add(LocalDate.of(year, 2, 11));
        days.add(LocalDate.of(year, 3, equinox(year, 20.8431)));
        days.add(LocalDate.of(year, 4, 29));
        days.add(LocalDate.of(year, 5, 3));
        days.add(LocalDate.of(year, 5, 4));
        days.add(LocalDate.of(year, 5, 5));
        days.add(monday(year, 9, 3));
        days.add(LocalDate.of(year, 9, equinox(year, 23.2488)));
        days.add(LocalDate.of(year, 11, 3));
        days.add(LocalDate.of(year, 11, 23));
        addBirthday(year, days);
        addSummer(year, days);
        ONCE.getOrDefault(year, Set.of()).forEach(day -> days.add(day.atYear(year)));
        return days;
    }

    /// 天皇誕生日: none fell in 2019.
    private static void addBirthday(int year, Set<LocalDate> days) {
        if (year <= 2018) {
            days.add(LocalDate.of(year, 12, 23));
        } else if (year >= 2020) {
            days.add(LocalDate.of(year, 2, 23));
        }
    }

    /// 海の日, 山の日 and スポーツの日, which moved in 2020 and 2021.
    private static void addSummer(int year, Set<LocalDate> days) {
        if (year == 2020 || year == 2021) {
            return;
        }
        days.add(monday(year, 7, 3));
        days.add(monday(year, 10, 2));
        if (year >= 2016) {
            days.add(LocalDate.of(year, 8, 11));
        }
    }

    /// Article 3 (2): a holiday on a Sunday closes the next day that is not itself a holiday.
    private static void addSubstitutes(Set<LocalDate> named, Set<LocalDate> all) {
        for (var day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                var substitute = day.plusDays(1);
                while (named.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                all.add(substitute);
            }
        }
    }

    /// Article 3 (3): a day between two holidays is one too.
    private static void addBridges(NavigableSet<LocalDate> named, Set<LocalDate> all) {
        for (var day : named) {
            if (named.contains(day.plusDays(2)) && !all.contains(day.plusDays(1))) {
                all.add(day.plusDays(1));
            }
        }
    }

    private static LocalDate monday(int year, int month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    private static int equinox(int year, double base) {
        int since = year - 1980;
        return (int) (base + 0.242194 * since) - since / 4;
    }
}
