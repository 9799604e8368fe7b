package io.kuramori.notice.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notice in somebody's inbox.
///
/// @param acts waits until somebody acts
/// @param settled when it no longer waited
public record Message(
        UUID id,
        String words,
        List<String> arguments,
        String href,
        boolean acts,
        Instant at,
        @Nullable Instant read,
        @Nullable Instant settled) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /// Whether it still counts: not read, or not acted on.
    public boolean open() {
        return settled == null && (acts || read == null);
    }
}
