package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release with the software it is a release of.
///
/// @param institution whose it is; null for the whole group
/// @param owner the post that answers for it as long as no system runs it; null for none
/// @param filing how programs file it
/// @param rejected why it was turned away; null when nobody did
public record Release(
        ReleaseId id,
        @Nullable UUID institution,
        @Nullable String institutionCode,
        String code,
        int version,
        String software,
        @Nullable String supplier,
        String label,
        @Nullable UUID owner,
        Filing filing,
        boolean retired,
        @Nullable String rejected) {

    /// @param latest whether a program said that it is the newest of its software
    /// @param parent the release that it is part of
    /// @param arrivedBy the service account that entered it; null when a person did
    public record Filing(
            boolean latest,
            List<String> tags,
            @Nullable ReleaseId parent,
            @Nullable Instant arrivedAt,
            @Nullable String arrivedBy) {

        public Filing {
            tags = List.copyOf(tags);
        }
    }

    public String path() {
        return "/releases/" + code + "?in=" + (institutionCode == null ? "" : institutionCode);
    }

    public String title() {
        return software + " " + label;
    }
}
