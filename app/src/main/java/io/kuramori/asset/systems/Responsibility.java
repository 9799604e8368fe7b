package io.kuramori.asset.systems;

import org.jspecify.annotations.Nullable;

/// Who does one kind of control for a system.
///
/// @param version of the record, 0 for one that is not kept yet
/// @param provider the party by name, unless it is ourselves
public record Responsibility(
        Control control, Party party, @Nullable String provider, int version) {}
