package io.kuramori.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a cell, a row or a file cannot be taken, and where that is.
///
/// @param file the file's name as it was sent
/// @param sheet the worksheet's name; empty for CSV or when the file as a whole is at fault
/// @param cell as spreadsheets name it, `C12`; `12` for a whole row; empty for a whole file
/// @param heading the column's heading in the file; empty without one
/// @param value what stands there, shortened
/// @param message message key, its arguments in `args`
/// @param suggestion a value that would do, when one is near
public record LocatedProblem(
        String file,
        String sheet,
        String cell,
        String heading,
        String value,
        String message,
        List<String> args,
        @Nullable String suggestion) {

    public LocatedProblem {
        args = List.copyOf(args);
    }
}
