package io.kuramori.action;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What shall be done.
///
/// @param source null for one that was written down by itself
/// @param owner the post that does it, of the same institution
/// @param due the last day
public record Plan(
        InstitutionId institution,
        String title,
        String details,
        @Nullable Source source,
        PostId owner,
        LocalDate due) {}
