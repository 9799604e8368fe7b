package io.kuramori.organization.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// What Japan's holidays are called, by the Act on National Holidays, article 2; article 3 for those without a name of
/// their own. Message keys below `organization.holiday.`.
final class JapaneseHolidayNames {

    private JapaneseHolidayNames() {}

    /// @param all the holidays of the year of `day`, which is one of them
    static String of(LocalDate day, Set<LocalDate> all) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1 ? "new-year" : monday(day, 8, 14, "coming-of-age");
            case FEBRUARY ->
                switch (day.getDayOfMonth()) {
                    case 11 -> "foundation";
                    case 23 -> day.getYear() >= 2020 ? "emperor" : "substitute";
                    default -> "substitute";
                };
            case MARCH -> equinox(day, all, "vernal-equinox");
            case APRIL -> day.getDayOfMonth() == 29 ? "showa" : unnamed(day, all);
            case MAY -> may(day, all);
            case JULY -> july(day, all);
            case AUGUST -> august(day);
            case SEPTEMBER ->
                day.getDayOfWeek() == DayOfWeek.MONDAY && day.getDayOfMonth() >= 15 && day.getDayOfMonth() <= 21
                        ? "respect-for-aged"
                        : equinox(day, all, "autumnal-equinox");
            case OCTOBER -> day.equals(LocalDate.of(2019, 10, 22)) ? "accession" : monday(day, 8, 14, "sports");
            case NOVEMBER ->
                switch (day.getDayOfMonth()) {
                    case 3 -> "culture";
                    case 23 -> "labour";
                    default -> "substitute";
                };
            case DECEMBER -> day.getDayOfMonth() == 23 ? "emperor" : "substitute";
            case JUNE -> "substitute";
        };
    }

    private static String may(LocalDate day, Set<LocalDate> all) {
        if (day.equals(LocalDate.of(2019, 5, 1))) {
            return "accession";
        }
        return switch (day.getDayOfMonth()) {
            case 3 -> "constitution";
            case 4 -> "greenery";
            case 5 -> "children";
            default -> unnamed(day, all);
        };
    }

    /// Between two holidays, or in place of one that fell on a Sunday.
    private static String unnamed(LocalDate day, Set<LocalDate> all) {
        return all.contains(day.minusDays(1)) && all.contains(day.plusDays(1)) ? "bridge" : "substitute";
    }

    /// In 2020 and 2021 the day of sports stood in July, the day after that of the sea.
    private static String july(LocalDate day, Set<LocalDate> all) {
        boolean moved = day.getYear() == 2020 || day.getYear() == 2021;
        return moved && all.contains(day.minusDays(1)) ? "sports" : "marine";
    }

    private static String august(LocalDate day) {
        int mountain = switch (day.getYear()) {
            case 2020 -> 10;
            case 2021 -> 8;
            default -> 11;
        };
        return day.getDayOfMonth() == mountain ? "mountain" : "substitute";
    }

    /// The equinox itself, the substitute after it, or the day that it bridges.
    private static String equinox(LocalDate day, Set<LocalDate> all, String name) {
        if (all.contains(day.plusDays(1)) && all.contains(day.minusDays(1))) {
            return "bridge";
        }
        boolean second = all.contains(day.minusDays(1)) && day.minusDays(1).getDayOfWeek() == DayOfWeek.SUNDAY;
        return second ? "substitute" : name;
    }

    private static String monday(LocalDate day, int first, int last, String name) {
        return day.getDayOfMonth() >= first && day.getDayOfMonth() <= last ? name : "substitute";
    }
}
