package io.kuramori.engine.matching;

import java.util.List;

/// One row about versions of a product.
///
/// @param scheme how the source says its versions compare (`semver`, `rpm`, …); empty when it does not
/// @param changes points within the row at which the status changes, such as a back-ported fix
public record VersionRow(VersionSet versions, String scheme, Status status, List<Change> changes) {

    /// @param at the first version with the new status
    public record Change(String at, Status status) {}

    public VersionRow {
        changes = List.copyOf(changes);
    }

    public VersionRow(VersionSet versions, Status status) {
        this(versions, "", status, List.of());
    }
}
