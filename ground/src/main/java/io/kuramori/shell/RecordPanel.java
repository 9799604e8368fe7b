package io.kuramori.shell;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that stands on pages of records of other rooms: what one module knows about any record. A bean of the
/// module that knows it; shows only what the caller may see.
public interface RecordPanel {

    /// The right that its lines ask for: who has it nowhere sees no panel, and it looks in the institutions where he
    /// has
    /// it.
    Right needs();

    /// The panel of one record.
    ///
    /// @param kind the record kind, as its migration registered it
    Panel of(Caller caller, String kind, UUID record);

    /// @param titleKey message key of its heading
    /// @param emptyKey message key of what is said when there is no line
    /// @param acts what may be begun from here; those that the reader may not do are not offered
    record Panel(String titleKey, String emptyKey, List<Line> lines, List<Act> acts) {

        public Panel {
            lines = List.copyOf(lines);
            acts = List.copyOf(acts);
        }
    }

    /// @param mark message key of a word beside it
    record Line(
            String href,
            String code,
            String title,
            @Nullable LocalDate day,
            @Nullable String mark) {}

    record Act(String titleKey, String href) {}
}
