package io.kuramori.organization.web.calendar;

import io.kuramori.organization.BusinessCalendar;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.SpecialDay;
import io.kuramori.organization.calendar.Holiday;
import io.kuramori.organization.web.frame.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One business year of an institution: its holidays and its own days.
///
/// @param start first day of the business year
/// @param complaints about the last act on the page
public record CalendarView(
        Place place,
        LocalDate start,
        List<Holiday> holidays,
        List<SpecialDay> own,
        BusinessCalendar calendar,
        List<Complaint> complaints) {

    public CalendarView {
        holidays = List.copyOf(holidays);
        own = List.copyOf(own);
        complaints = List.copyOf(complaints);
    }

    /// A day that is not as its weekday would have it.
    public record Line(LocalDate day, Optional<Holiday> holiday, Optional<SpecialDay> own) {}

    public LocalDate end() {
        return start.plusYears(1).minusDays(1);
    }

    /// Every holiday and own day of the year, in order.
    public List<Line> lines() {
        var days = Stream.concat(
                        holidays.stream().map(Holiday::day), own.stream().map(SpecialDay::day))
                .filter(day -> !day.isBefore(start) && !day.isAfter(end()))
                .distinct()
                .sorted()
                .toList();
        var lines = new ArrayList<Line>();
        for (var day : days) {
            lines.add(new Line(
                    day,
                    holidays.stream().filter(each -> each.day().equals(day)).findFirst(),
                    own.stream().filter(each -> each.day().equals(day)).findFirst()));
        }
        return lines;
    }

    /// How many days of the year are worked.
    public long businessDays() {
        return start.datesUntil(start.plusYears(1))
                .filter(calendar::isBusinessDay)
                .count();
    }
}
