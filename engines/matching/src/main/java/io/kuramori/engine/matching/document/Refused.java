package io.kuramori.engine.matching.document;

/// Ends the reading of a document, or of one entry in it; caught by the reader that knows which.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /// True when there is too much of the document as a whole, so that no entry is to blame.
    boolean endsDocument() {
        return problem.kind() == Problem.Kind.TOO_MANY || problem.kind() == Problem.Kind.TOO_DEEP;
    }
}
