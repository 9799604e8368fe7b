package io.kuramori.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What institutions are called, for pages about rights. Declared here and implemented by `organization`.
public interface InstitutionNames {

    /// Those of the caller's scope that are in force, parents before children.
    List<Named> inScope(Caller caller);

    /// Their names alone, in the same order.
    default Map<InstitutionId, String> of(Caller caller) {
        var names = new LinkedHashMap<InstitutionId, String>();
        inScope(caller).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    record Named(InstitutionId id, String code, String name) {}
}
