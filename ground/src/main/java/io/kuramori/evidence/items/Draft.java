package io.kuramori.evidence.items;

import io.kuramori.evidence.items.Item.Facts;
import io.kuramori.identity.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Evidence that somebody wants to enter.
///
/// @param restricted whether only whoever enters it sees it, until he names others
/// @param target the record that it is for
public record Draft(
        InstitutionId institution,
        Facts facts,
        boolean restricted,
        @Nullable Target target) {

    public record Target(String kind, UUID id) {}
}
