package io.kuramori.exchange.grid;

import io.kuramori.exchange.LocatedProblem;
import java.util.List;

/// A file, or the rest of it, cannot be read.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LocatedProblem problem;

    private Unreadable(LocatedProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /// The file as a whole.
    Unreadable(String file, String message, String... args) {
        this(new LocatedProblem(file, "", "", "", "", message, List.of(args), null));
    }

    /// A place in it.
    static Unreadable at(String file, String sheet, String cell, String message, String... args) {
        return new Unreadable(new LocatedProblem(file, sheet, cell, "", "", message, List.of(args), null));
    }

    public LocatedProblem problem() {
        return problem;
    }
}
