package io.kuramori.cli;

import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.util.List;

/// What VEX changed in a scan.
///
/// @param asked true when VEX files were given
/// @param said what they say of each answer of the scan, at the same place in the list
/// @param suppressed the answers that they took out of it, each pair of component and advisory once
record Vexed(boolean asked, List<VexAnswer> said, List<Suppressed> suppressed) {

    Vexed {
        said = List.copyOf(said);
        suppressed = List.copyOf(suppressed);
    }

    /// @param stated by whom; its status settles the matter
    record Suppressed(Answer answer, Located at, VexAnswer.Stated stated) {

        Statement statement() {
            return stated.statement();
        }
    }

    /// True when nobody need act on what is said.
    static boolean settles(VexAnswer said) {
        return switch (said) {
            case VexAnswer.Stated stated -> stated.statement().status().settles();
            case VexAnswer.Ambiguous ignored -> false;
            case VexAnswer.Unstated ignored -> false;
        };
    }
}
