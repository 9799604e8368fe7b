package io.kuramori.engine.matching.vex;

import java.util.List;

/// What one document says.
///
/// @param format `CycloneDX`, `OpenVEX` or `CSAF`, with the version
/// @param leftOut how many statements, or products they speak of, could not be read; each is among the problems of the
/// reading
public record Vex(String format, List<Statement> statements, int leftOut) {

    public Vex {
        statements = List.copyOf(statements);
    }
}
