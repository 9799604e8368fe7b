package io.kuramori.asset.releases;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import java.util.Locale;

/// A file is no bill of materials we can read whole; nothing of it is taken.
final class SbomRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int more;

    /// @param problem the first of them
    /// @param more how many there are besides
    SbomRefused(Problem problem, int more) {
        super(problem.sentence());
        this.problem = problem;
        this.more = more;
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

    /// The message key of what is wrong.
    String key() {
        return "asset.sbom.error." + problem.kind().name().toLowerCase(Locale.ROOT);
    }

    /// Where it is, as editors and compilers say it: `bom.json:3:19 /components/1/name`.
    String place(String file) {
        StringBuilder place = new StringBuilder(file);
        for (int number : new int[] {problem.line(), problem.column()}) {
            if (number > 0) {
                place.append(':').append(number);
            }
        }
        return problem.pointer().isEmpty()
                ? place.toString()
                : place.append(' ').append(problem.pointer()).toString();
    }
}
