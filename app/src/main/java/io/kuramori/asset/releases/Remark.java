package io.kuramori.asset.releases;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;

/// What is amiss in a bill of materials without a component being lost.
///
/// @param line from 1; 0 where it is the document as a whole
/// @param column from 1, or 0
public record Remark(Kind kind, String pointer, int line, int column, String expected, String found) {

    static Remark of(Problem problem) {
        return new Remark(
                problem.kind(),
                problem.pointer(),
                problem.line(),
                problem.column(),
                problem.expected(),
                problem.found());
    }

    /// The message key of what is amiss; its arguments are [#arguments].
    public String key() {
        return SbomRefused.key(kind);
    }

    /// Where, what stands there, what should, and that there is nothing besides.
    ///
    /// @param file what the place begins with
    public Object[] arguments(String file) {
        return new Object[] {SbomRefused.place(file, line, column, pointer), found, expected, 0};
    }
}
