package io.kuramori.cli;

/// A part of the input that was not evaluated.
///
/// @param file the file as named on the command line, or found under it
/// @param pointer the JSON pointer in it, empty for the whole file
record Skipped(String file, String pointer, String reason) {}
