package io.kuramori.engine.matching;

/// How surely the component is the package the advisory means.
public enum Confidence {
    /// The package URL names the very package.
    EXACT,
    /// The identity was derived, or nothing certain can be said.
    DERIVED
}
