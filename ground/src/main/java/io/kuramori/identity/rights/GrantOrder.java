package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that somebody asks for, for somebody else.
///
/// @param root null for the whole group
/// @param until first instant without it; null has no end
public record GrantOrder(
        UUID account,
        Role role,
        @Nullable InstitutionId root,
        Instant from,
        @Nullable Instant until,
        String reason) {}
