package io.kuramori.engine.matching.vex;

import java.time.Instant;

/// What a document says of itself when it is written.
///
/// @param id an IRI in OpenVEX, a tracking id in CSAF; in CycloneDX not used
/// @param author of the document and of every statement in it
/// @param namespace a URI that is the author's own, for CSAF
/// @param time of the document
public record Issue(String id, String author, String namespace, Instant time) {

    public Issue {
        if (id.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException("a document has an id and an author");
        }
    }
}
