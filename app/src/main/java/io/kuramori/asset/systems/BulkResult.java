package io.kuramori.asset.systems;

import java.util.List;

/// What an act on several systems did.
///
/// @param changed how many records have a new version
public record BulkResult(int changed, List<Left> left) {

    public BulkResult {
        left = List.copyOf(left);
    }

    /// Why a record was left as it is.
    public enum Why {
        /// Somebody changed it after the page was shown.
        STALE,
        /// It is so already.
        UNCHANGED,
        /// It is not there, or out of scope.
        GONE,
        /// Retired records are not confirmed and get no owner.
        RETIRED,
        /// It belongs to a post that the person does not hold.
        NOT_YOURS;

        public String key() {
            return "asset.bulk.left." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A record left as it is.
    ///
    /// @param code empty when it cannot be seen
    /// @param path its page, or empty
    public record Left(String code, String name, String path, Why why) {}
}
