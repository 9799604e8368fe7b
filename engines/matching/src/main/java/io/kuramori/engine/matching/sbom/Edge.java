package io.kuramori.engine.matching.sbom;

/// One thing of a bill of materials stands to another; both by reference, which may lead out of the document.
public record Edge(String from, String to, Kind kind) {

    public enum Kind {
        DEPENDS_ON,
        /// `from` has `to` inside it.
        CONTAINS,
        /// `from` implements what `to` specifies (CycloneDX 1.6).
        PROVIDES
    }
}
