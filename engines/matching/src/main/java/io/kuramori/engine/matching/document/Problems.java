package io.kuramori.engine.matching.document;

import java.util.ArrayList;
import java.util.List;

/// What was passed over in one document. The first ones are kept, the rest are counted.
public final class Problems {

    /// Most problems kept of one document.
    public static final int MAX = 1000;

    private final List<Problem> kept = new ArrayList<>();
    private int beyond;

    public void add(Problem problem) {
        if (kept.size() < MAX) {
            kept.add(problem);
        } else {
            beyond++;
        }
    }

    /// The problems, the last of them saying how many more there were.
    public List<Problem> list() {
        List<Problem> list = new ArrayList<>(kept);
        if (beyond > 0) {
            list.add(new Problem(
                    Problem.Kind.TOO_MANY, "", 0, 0, "at most " + MAX + " mistakes", beyond + " more of them"));
        }
        return list;
    }
}
