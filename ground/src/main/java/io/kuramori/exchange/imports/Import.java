package io.kuramori.exchange.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was imported.
///
/// @param undone when it was taken back; null while it stands
public record Import(
        UUID id,
        int version,
        String kind,
        String fileName,
        int added,
        int changed,
        int unchanged,
        Instant applied,
        @Nullable Instant undone) {}
