package io.kuramori.evidence;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Optional;
import java.util.UUID;

/// A kind of record that evidence may be attached to. A bean of the module that owns the kind.
public interface EvidenceTarget {

    /// The record kind, as its migration registered it.
    String kind();

    /// The right to see such records.
    Right needs();

    /// The record, if the caller sees it. Inside a read transaction of the caller, where he has the right.
    Optional<Named> find(Caller caller, UUID id);

    /// @param href its page
    record Named(String code, String name, String href) {}
}
