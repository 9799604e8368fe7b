package io.kuramori.evidence;

/// How evidence is kept.
public enum ItemKind {
    /// The file itself, by its content hash.
    FILE,
    /// A document that is kept elsewhere.
    REFERENCE
}
