package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Cpe;

/// What tests in other packages need to ask of a criterion.
public final class Configurations {

    private Configurations() {}

    /// Whether a component of the name is not certainly outside the criterion.
    public static boolean possible(Cpe name, Bounds bounds, Cpe component) {
        CompiledCriterion criterion = CompiledCriterion.of(new Applicability.Criterion(name, bounds, true));
        Identity identity = Identity.of(new Component(null, component.toString(), "c", null, null));
        return criterion.meets((Identity.Known) identity).truth() != Truth.FALSE;
    }
}
