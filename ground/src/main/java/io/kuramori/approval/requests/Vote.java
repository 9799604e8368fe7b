package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Power;
import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody who may decide did to a request.
///
/// @param hash what was asked when it was done
/// @param strength how strongly the voter had proved who he is
public record Vote(
        UUID id,
        InstitutionId institution,
        int version,
        UUID request,
        int round,
        Kind kind,
        Said said,
        Power power,
        String hash,
        @Nullable String comment,
        String strength,
        Instant at,
        @Nullable Review review) {

    public enum Kind {
        DECISION,
        /// By a post that the authority table names for emergencies.
        EMERGENCY,
        /// 追認 of an emergency decision.
        CONFIRMATION
    }

    public enum Said {
        APPROVE,
        REFUSE,
        ABSTAIN,
        /// 差戻し
        RETURN,
        /// The chair closed the vote.
        CLOSE,
        /// Took an approval back.
        REVOKE;

        boolean counts() {
            return switch (this) {
                case APPROVE, REFUSE, ABSTAIN -> true;
                case RETURN, CLOSE, REVOKE -> false;
            };
        }
    }

    /// 後閲 by the principal.
    ///
    /// @param objection null when he agrees
    public record Review(Instant at, @Nullable String objection) {}

    /// 代決 that its principal has not looked at yet.
    public boolean unreviewed() {
        return power.byDeputy() && review == null;
    }
}
