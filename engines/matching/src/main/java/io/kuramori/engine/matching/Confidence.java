package io.kuramori.engine.matching;

/// How surely the component is what the advisory means. Later constants are weaker.
public enum Confidence {
    /// The package URL names the very package.
    EXACT,
    /// The CPE names the product, every attribute agreeing.
    CPE,
    /// The CPE names the product, but the component leaves open an attribute the advisory gives.
    CPE_WIDER,
    /// Vendor and product have the same words.
    NAME,
    /// The identity was derived, or nothing certain can be said.
    DERIVED
}
