package io.kuramori.exchange.imports;

import io.kuramori.exchange.Line;
import io.kuramori.exchange.LocatedProblem;
import io.kuramori.exchange.reading.TableRows.LeftOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file would do to a ledger.
///
/// @param entries records that would be added or changed, in the file's order
/// @param problems the first {@link #SHOWN} of `problemCount`; with any of them nothing is done
/// @param token hash over file, mapping and every change with the version it starts from; an import confirms it
public record Plan<R>(
        List<Entry<R>> entries,
        int unchanged,
        List<LocatedProblem> problems,
        int problemCount,
        List<LeftOut> leftOut,
        int leftOutCount,
        String token) {

    static final int SHOWN = 500;

    public Plan {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }

    /// @param key what names the record: its code, or its name
    /// @param current the record as it stands; null for a new one
    public record Entry<R>(int row, String key, @Nullable Line current, R record, List<Difference> differences) {

        public boolean isNew() {
            return current == null;
        }
    }

    /// @param column the sheet's column key
    public record Difference(String column, String before, String after) {}

    public long added() {
        return entries.stream().filter(Entry::isNew).count();
    }

    public long changed() {
        return entries.size() - added();
    }

    /// Whether it may be carried out, and would change something.
    public boolean ready() {
        return problemCount == 0 && !entries.isEmpty();
    }
}
