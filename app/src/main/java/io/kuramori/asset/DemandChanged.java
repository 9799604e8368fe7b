package io.kuramori.asset;

import java.util.List;

/// What systems ask of these releases may have changed: a system runs one now or no longer, was rated anew, opened to
/// the internet, retired. Published inside the transaction, for synchronous listeners that
/// work in it.
public record DemandChanged(List<ReleaseId> releases) {

    public DemandChanged {
        releases = List.copyOf(releases);
    }
}
