package io.kuramori.exchange.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as people in Japan write them: `令和8年11月23日`, `R8.11.23`, `2026/11/23`, `20261123`, with a weekday or a time of
/// day after it.
final class Days {

    private static final String REST = "(?:\\([月火水木金土日]\\)|[月火水木金土日]曜日?)?(?:T?\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final Pattern WESTERN =
            Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?" + REST);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile(
            "(令和|平成|昭和|大正|R|H|S|T|r|h|s|t)\\.?(元|\\d{1,2})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?" + REST);
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern MONTH_ONLY = Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})月?");
    private static final List<Era> ERAS = List.of(
            new Era("令和", 'r', LocalDate.of(2019, 5, 1), LocalDate.MAX),
            new Era("平成", 'h', LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
            new Era("昭和", 's', LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
            new Era("大正", 't', LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)));

    private Days() {}

    /// The day, or null when the text names none beyond doubt.
    static @Nullable LocalDate parse(String text) {
        var plain = Spelling.tight(text);
        var western = WESTERN.matcher(plain);
        if (western.matches()) {
            return day(Integer.parseInt(western.group(1)), western);
        }
        var compact = COMPACT.matcher(plain);
        if (compact.matches()) {
            return day(Integer.parseInt(compact.group(1)), compact);
        }
        var era = ERA.matcher(plain);
        return era.matches() ? eraDay(era, true) : null;
    }

    /// A day that may have been meant, where {@link #parse} found none.
    static @Nullable String guess(String text) {
        var plain = Spelling.tight(text);
        var era = ERA.matcher(plain);
        if (era.matches()) {
            var day = eraDay(era, false);
            return day == null ? null : day.toString();
        }
        var american = MONTH_FIRST.matcher(plain);
        if (american.matches()) {
            return text(american.group(3), american.group(1), american.group(2));
        }
        var month = MONTH_ONLY.matcher(plain);
        return month.matches() ? text(month.group(1), month.group(2), "1") : null;
    }

    private static @Nullable LocalDate eraDay(Matcher match, boolean within) {
        var name = match.group(1);
        int year = match.group(2).equals("元") ? 1 : Integer.parseInt(match.group(2));
        for (var era : ERAS) {
            if (era.name().equals(name) || name.equalsIgnoreCase(String.valueOf(era.letter()))) {
                var day = shifted(era.first().getYear() + year - 1, match);
                boolean inside = day != null && !day.isBefore(era.first()) && !day.isAfter(era.last());
                return year > 0 && (inside || !within) ? day : null;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(int year, Matcher match) {
        return date(year, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    }

    private static @Nullable LocalDate shifted(int year, Matcher match) {
        return date(year, Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
    }

    private static @Nullable String text(String year, String month, String day) {
        var date = date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return year < 1868 || year > 9998 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private record Era(String name, char letter, LocalDate first, LocalDate last) {}
}
