package io.kuramori.engine.matching;

import java.util.List;

/// What an advisory says about a product known by one or several names: the status of its versions, the first row that
/// holds a version deciding (CVE record format 5, §versions), `otherwise` for the rest.
///
/// @param names any of which is the product
/// @param otherwise the status of versions no row holds
public record AffectedProduct(List<Identifier> names, List<VersionRow> rows, Status otherwise) {

    public AffectedProduct {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }
}
