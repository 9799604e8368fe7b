package io.kuramori.evidence.looking;

import io.kuramori.evidence.numbers.NumberKind;
import java.util.List;

/// What looking into a file came to.
public sealed interface Look {

    /// Every text of it was read.
    ///
    /// @param shown the first few numbers found, each with its place
    /// @param individual how many individual numbers there are in all
    /// @param cards how many card numbers
    record Read(List<Located> shown, long individual, long cards) implements Look {

        public Read {
            shown = List.copyOf(shown);
        }

        public boolean clean() {
            return individual == 0 && cards == 0;
        }
    }

    /// The format is none that is read; what stands in it is not known.
    record NotRead(Said why) implements Look {}

    /// It is of a format that is read, and cannot be: damaged, locked, or made to burst.
    record Refused(Said why) implements Look {}

    /// @param masked the number with its last digits only
    record Located(NumberKind kind, String masked, Said place) {}
}
