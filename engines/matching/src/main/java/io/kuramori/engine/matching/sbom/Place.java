package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;

/// Where something stands in a document.
///
/// @param pointer a JSON pointer (RFC 6901), in XML the path of elements, in tag-value text the tag
/// @param line from 1
/// @param column from 1, or 0 where lines alone are known
public record Place(String pointer, int line, int column) {

    /// A refusal of what stands there, or of what it lacks.
    public Refused refused(Kind kind, String expected, String found) {
        return new Refused(new Problem(kind, pointer, line, column, expected, found));
    }
}
