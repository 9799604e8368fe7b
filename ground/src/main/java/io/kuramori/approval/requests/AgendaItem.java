package io.kuramori.approval.requests;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.CommitteeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Several requests that a body decides together in one meeting.
public record AgendaItem(
        UUID id,
        InstitutionId institution,
        int version,
        CommitteeId committee,
        LocalDate heldOn,
        String title,
        UUID createdBy,
        @Nullable Instant closedAt) {}
