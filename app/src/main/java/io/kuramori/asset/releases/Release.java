package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release with the software it is a release of.
///
/// @param institution whose it is; null for the whole group
public record Release(
        ReleaseId id,
        @Nullable UUID institution,
        @Nullable String institutionCode,
        String code,
        int version,
        String software,
        @Nullable String supplier,
        String label) {

    public String path() {
        return "/releases/" + code + "?in=" + (institutionCode == null ? "" : institutionCode);
    }

    public String title() {
        return software + " " + label;
    }
}
