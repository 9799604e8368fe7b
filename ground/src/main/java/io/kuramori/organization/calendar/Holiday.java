package io.kuramori.organization.calendar;

import java.time.LocalDate;

/// A day on which everybody of a country rests, or its banks.
///
/// @param name message key below `organization.holiday.`, or the library's English name
/// @param key whether the name is a message key
public record Holiday(LocalDate day, String name, boolean key) {}
