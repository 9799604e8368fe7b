package io.kuramori.engine.matching;

import java.util.List;
import java.util.Locale;

/// What affects one component, or may.
public sealed interface Found {

    Component component();

    /// @param findings in the order of the advisories; empty when nothing affects it
    record Evaluated(Component component, List<Finding> findings) implements Found {
        public Evaluated {
            findings = List.copyOf(findings);
        }
    }

    /// The component could not be compared with anything. Never read this as unaffected.
    record NotEvaluated(Component component, Reason reason) implements Found {

        public String sentence(Locale locale) {
            return Sentences.in(locale).of(component, reason);
        }
    }
}
