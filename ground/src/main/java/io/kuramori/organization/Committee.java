package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body that meets and decides (委員会・会議体).
///
/// @param version 0 for one that is not stored yet
/// @param quorum how many members make it able to decide (定足数)
public record Committee(
        CommitteeId id,
        InstitutionId institution,
        int version,
        String code,
        String name,
        @Nullable String reading,
        Level level,
        int quorum,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn) {

    /// A post's seat, on every day from `from` up to, not including, `to`.
    public record Member(
            UUID id,
            InstitutionId institution,
            int version,
            CommitteeId committee,
            PostId post,
            Role role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate retiredOn) {

        /// What the member does there.
        public enum Role {
            /// 議長
            CHAIR,
            /// 委員
            MEMBER,
            /// 事務局: sits there without counting towards the quorum
            SECRETARY
        }
    }

    /// A meeting in the body's calendar, held or to come.
    public record Meeting(
            UUID id,
            InstitutionId institution,
            int version,
            CommitteeId committee,
            LocalDate heldOn,
            @Nullable String subject,
            @Nullable LocalDate retiredOn) {}
}
