package io.kuramori.engine.matching.vex;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Gathers the statements of one document; what is [Refused] is left out, told and counted. For one thread.
public final class Statements {

    /// Most statements of one document: products × vulnerabilities multiply.
    public static final int MAX = 1_000_000;

    private final Problems problems;
    private final List<Statement> statements = new ArrayList<>();
    private int leftOut;

    public Statements(Problems problems) {
        this.problems = problems;
    }

    /// Reads each of the values, going on after one that is refused.
    public void each(List<JsonValue> values, Consumer<JsonValue> reader) {
        for (JsonValue value : values) {
            try {
                reader.accept(value);
            } catch (Refused e) {
                leave(e);
            }
        }
    }

    public void leave(Refused refused) {
        problems.add(refused.problem());
        leftOut++;
    }

    /// @param from what the statement was read from
    public void add(Statement statement, JsonValue from) {
        if (statements.size() >= MAX) {
            throw from.refused(Kind.TOO_MANY, "at most " + MAX + " statements");
        }
        statements.add(statement);
    }

    public Vex of(String format) {
        return new Vex(format, statements, leftOut);
    }
}
