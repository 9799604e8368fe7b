package io.kuramori.asset;

import java.util.Set;
import java.util.UUID;

/// A release has a new list of components. Published inside the transaction that wrote it: whoever listens does so
/// synchronously, works in it, and commits or fails with it.
///
/// @param renamed components that were known before and learnt a CPE from it; other releases may hold them too
public record SbomAttached(ReleaseId release, Set<UUID> renamed) {

    public SbomAttached {
        renamed = Set.copyOf(renamed);
    }
}
