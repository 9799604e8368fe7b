package io.kuramori.approval;

/// How a decision is known.
public enum Proof {
    /// Made here, by people who proved who they are.
    HERE,
    /// 外部決裁: made elsewhere, recorded here by one person and checked by another. The weaker proof.
    OUTSIDE
}
