package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Cpe;
import java.util.List;

/// A logical test over what is installed together (NIST IR 7698): "this application on that operating system".
public sealed interface Applicability {

    record All(List<Applicability> of) implements Applicability {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Applicability> of) implements Applicability {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Applicability of) implements Applicability {}

    /// A thing that must be there.
    ///
    /// @param bounds the versions, when the name's own version is open
    /// @param vulnerable whether this is what has the weakness, or only where it must run
    record Criterion(Cpe name, Bounds bounds, boolean vulnerable) implements Applicability {}
}
