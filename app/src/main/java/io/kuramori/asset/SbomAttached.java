package io.kuramori.asset;

import io.kuramori.identity.Caller;
import java.util.Set;
import java.util.UUID;

/// A release has a new list of components. Published inside the transaction that wrote it: whoever listens does so
/// synchronously, works in it, and commits or fails with it.
///
/// @param by who attached it, in whose transaction this is
/// @param renamed components that were known before and learnt a CPE name from it; other releases may hold them too
public record SbomAttached(ReleaseId release, Set<UUID> renamed, Caller by) {

    public SbomAttached {
        renamed = Set.copyOf(renamed);
    }
}
