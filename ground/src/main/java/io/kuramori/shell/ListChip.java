package io.kuramori.shell;

/// A filter in force, in words, and the list without it.
public record ListChip(String words, String remove) {}
