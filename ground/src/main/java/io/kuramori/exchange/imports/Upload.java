package io.kuramori.exchange.imports;

import io.kuramori.exchange.reading.Mapping;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was sent and not yet imported.
///
/// @param mapping what the person has chosen; null while only a proposal stands
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record Upload(
        UUID id,
        UUID actor,
        String kind,
        String fileName,
        String sha256,
        byte[] bytes,
        @Nullable Mapping mapping) {}
