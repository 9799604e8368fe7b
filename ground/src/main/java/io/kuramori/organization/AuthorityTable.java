package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One edition of the authority table (職務権限表). A draft may be changed; an adopted edition never, a later one
/// supersedes it.
///
/// @param version 0 for one that is not stored yet
/// @param edition 1, 2, 3 …
/// @param adopted null while it is a draft
public record AuthorityTable(
        AuthorityTableId id,
        InstitutionId institution,
        int version,
        int edition,
        String title,
        LocalDate effectiveFrom,
        @Nullable Adoption adopted,
        @Nullable LocalDate retiredOn) {

    /// Who adopted the edition and when.
    ///
    /// @param reference number of the minutes or 稟議
    public record Adoption(
            LocalDate on, String by, @Nullable String reference) {}

    /// Who decides one kind of matter.
    ///
    /// @param decision a kind of decision, as rooms name them: `vulnerability.exception`
    /// @param article where the table says so
    /// @param condition in words, when the kind is divided: 「重要度 高」
    public record Rule(
            UUID id,
            InstitutionId institution,
            int version,
            AuthorityTableId table,
            String decision,
            String article,
            @Nullable String condition,
            Decider decider,
            @Nullable LocalDate retiredOn) {}
}
