package io.kuramori.engine.matching;

import java.util.List;
import java.util.Locale;

/// What matching one component gave.
public sealed interface Matches {

    Component component();

    /// The component was compared with every advisory about its package; often there are none.
    record Evaluated(Component component, List<Answer> answers) implements Matches {
        public Evaluated {
            answers = List.copyOf(answers);
        }
    }

    /// The component could not be compared with anything. Never read this as unaffected.
    record NotEvaluated(Component component, Reason reason) implements Matches {

        public String sentence(Locale locale) {
            return Sentences.in(locale).of(component, reason);
        }
    }
}
