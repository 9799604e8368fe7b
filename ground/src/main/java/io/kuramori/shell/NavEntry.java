package io.kuramori.shell;

/// A room's place in the left rail. A bean of the room; shown to whoever may open where it leads.
///
/// @param key message key of its word
/// @param path where it leads
/// @param order place in the rail; entries of one hundred (0–99, 100–199, …) stand together
public record NavEntry(String key, String path, int order) {}
