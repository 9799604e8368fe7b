package io.kuramori.engine.matching.cpe;

/// How a set of products stands to another (NIST IR 7696 table 6-1), seen from the first.
public enum Relation {
    EQUAL,
    /// The first is part of the second.
    SUBSET,
    /// The first holds the second.
    SUPERSET,
    DISJOINT,
    /// The standard gives no answer.
    UNDEFINED
}
