package io.kuramori.organization.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Institution;
import io.kuramori.organization.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Builds the calendar of an institution: the country's holidays, then the institution's own days over them.
@Component
public final class Calendars {

    /// By year; 93 entries at most, as the law's years are bounded.
    private final Map<Integer, Set<LocalDate>> japan = new ConcurrentHashMap<>();

    /// @param own the institution's special days, retired ones left out
    public BusinessCalendar of(Institution institution, List<SpecialDay> own) {
        var national = national(institution.calendar());
        var special = own.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, SpecialDay::open));
        return new BusinessCalendar(institution.zone(), institution.businessYearStart(), date -> {
            var open = special.get(date);
            return open != null ? open : national.test(date);
        });
    }

    /// Whether holidays are known for `JP`, or a country and subdivision: `US-NY`.
    public boolean knows(String calendar) {
        var country = country(calendar);
        return country.equals("jp")
                || HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT));
    }

    /// The holidays of a calendar by name, from a day up to, not including, another; for Japan those of the banks too.
    ///
    /// @throws IllegalArgumentException for Japan outside 2007 to 2099
    public List<Holiday> holidays(String calendar, LocalDate from, LocalDate until) {
        if (country(calendar).equals("jp")) {
            return from.datesUntil(until)
                    .flatMap(day -> japaneseHoliday(day).stream())
                    .toList();
        }

        return manager(calendar)
                .getHolidays(from, until.minusDays(1), HolidayType.PUBLIC_HOLIDAY, part(calendar))
                .stream()
                .map(each -> new Holiday(each.getDate(), each.getDescription(Locale.ENGLISH), false))
                .sorted(Comparator.comparing(Holiday::day))
                .toList();
    }

    private Optional<Holiday> japaneseHoliday(LocalDate day) {
        var year = japan.computeIfAbsent(day.getYear(), JapaneseHolidays::of);
        if (year.contains(day)) {
            return Optional.of(new Holiday(day, JapaneseHolidayNames.of(day, year), true));
        }
        return JapaneseHolidays.bankHoliday(day) ? Optional.of(new Holiday(day, "bank", true)) : Optional.empty();
    }

    private Predicate<LocalDate> national(String calendar) {
        if (country(calendar).equals("jp")) {
            return this::japaneseBusinessDay;
        }

        var manager = manager(calendar);
        var subdivision = part(calendar);
        return date -> !weekend(date) && !manager.isHoliday(date, HolidayType.PUBLIC_HOLIDAY, subdivision);
    }

    private boolean japaneseBusinessDay(LocalDate date) {
        return !weekend(date)
                && !JapaneseHolidays.bankHoliday(date)
                && !japan.computeIfAbsent(date.getYear(), JapaneseHolidays::of).contains(date);
    }

    private static HolidayManager manager(String calendar) {
        return HolidayManager.getInstance(ManagerParameters.create(country(calendar)));
    }

    private static String[] part(String calendar) {
        int dash = calendar.indexOf('-');
        return dash < 0
                ? new String[0]
                : new String[] {calendar.substring(dash + 1).toLowerCase(Locale.ROOT)};
    }

    private static String country(String calendar) {
        return calendar.substring(0, Math.min(2, calendar.length())).toLowerCase(Locale.ROOT);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
