package io.kuramori.evidence.items;

import io.kuramori.evidence.looking.Looked;
import java.util.UUID;

/// What became of a file that was sent.
public sealed interface Received {

    /// @param read whether its text could be looked into
    record Kept(UUID item, boolean read) implements Received {}

    /// Not kept: numbers were found in it, or it could not be read to its end.
    ///
    /// @param acceptable whether the sender is one of those who may decide that it is kept all the same
    record Held(Looked file, boolean acceptable) implements Received {}

    /// Not kept: it was accepted for other bytes than these, or the proof has grown old.
    record NotAccepted(String key) implements Received {}

    /// @param limit in bytes
    record TooLarge(long limit) implements Received {}
}
