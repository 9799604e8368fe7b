package io.kuramori.shell;

/// A room's place in the left rail. A bean of the room.
///
/// @param key message key of its word
/// @param path where it leads
/// @param order place in the rail; entries of one hundred (0–99, 100–199, …) stand together
/// @param administration shown to administrators alone
public record NavEntry(String key, String path, int order, boolean administration) {

    public NavEntry(String key, String path, int order) {
        this(key, path, order, false);
    }
}
