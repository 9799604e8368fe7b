package io.kuramori.asset.releases;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import java.util.List;
import java.util.Locale;

/// A file is no bill of materials we can read whole; nothing of it is taken.
final class SbomRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int more;
    private final transient List<Problem> problems;

    /// @param problem the first of them
    /// @param more how many there are besides
    SbomRefused(Problem problem, int more) {
        this(problem, more, List.of(problem));
    }

    /// @param problems all of them, in order; never empty
    SbomRefused(List<Problem> problems) {
        this(problems.getFirst(), problems.size() - 1, problems);
    }

    private SbomRefused(Problem problem, int more, List<Problem> problems) {
        super(problem.sentence());
        this.problem = problem;
        this.more = more;
        this.problems = List.copyOf(problems);
    }

    static SbomRefused tooLarge(long bytes) {
        return new SbomRefused(new Problem(Kind.TOO_LARGE, "", 0, 0, "at most " + bytes + " bytes", ""), 0);
    }

    Problem problem() {
        return problem;
    }

    int more() {
        return more;
    }

    List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /// The message key of what is wrong.
    String key() {
        return key(problem.kind());
    }

    static String key(Kind kind) {
        return "asset.sbom.error." + kind.name().toLowerCase(Locale.ROOT);
    }

    /// Where it is, as editors and compilers say it: `bom.json:3:19 /components/1/name`.
    String place(String file) {
        return place(file, problem.line(), problem.column(), problem.pointer());
    }

    static String place(String file, int line, int column, String pointer) {
        StringBuilder place = new StringBuilder(file);
        for (int number : new int[] {line, column}) {
            if (number > 0) {
                place.append(':').append(number);
            }
        }
        return pointer.isEmpty()
                ? place.toString()
                : place.append(' ').append(pointer).toString();
    }
}
