package io.kuramori.journal;

import java.util.List;
import java.util.UUID;

/// Compares every tracked row with its newest entry: finds what was changed around the application.
public interface LiveCheck {

    /// Runs the whole check in one snapshot.
    Report run();

    /// What the check found.
    ///
    /// @param size journal size of the snapshot, waiting entries not counted
    /// @param epoch the journal's epoch
    /// @param rows live rows compared
    /// @param entries row versions whose digest was computed again
    /// @param mismatches the first 1,000 findings, by kind and record
    record Report(long size, int epoch, long rows, long entries, List<Mismatch> mismatches) {

        public Report {
            mismatches = List.copyOf(mismatches);
        }

        public boolean clean() {
            return mismatches.isEmpty();
        }
    }

    /// One record that does not agree with its entries.
    record Mismatch(String kind, UUID record, Problem problem) {}

    /// In what way a record disagrees.
    enum Problem {
        /// The live row differs from the newest version in its history.
        ROW_DIFFERS,
        /// A live row without any entry.
        ROW_WITHOUT_ENTRY,
        /// An entry says the row is there; it is not.
        ROW_MISSING,
        /// The version in the history no longer has the digest that its leaf committed to.
        HISTORY_ALTERED,
        /// A leaf's bytes no longer have the hash kept beside them, or differ from the digests of its body.
        LEAF_ALTERED
    }
}
