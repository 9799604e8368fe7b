package io.kuramori.shell;

import io.kuramori.identity.Caller;
import java.util.List;

/// A list left the house as a file. Published inside the reading transaction, before the first row is written, so that
/// an access log which cannot note it also stops it.
///
/// @param view the list's address with its filter and order
/// @param columns keys of the columns
public record ListExported(Caller caller, String view, List<String> columns) {

    public ListExported {
        columns = List.copyOf(columns);
    }
}
