package io.kuramori.shell;

import java.util.List;
import java.util.Optional;

/// What can be asked of a list, apart from what it holds. A bean of the room: saved views know the lists by it.
///
/// @param path where the list is
/// @param filters parameters that narrow it
/// @param columns in the order they are shown; the first opens the record and always stands
/// @param sort key of the column that it is sorted by when nobody chose
public record ListShape(String path, List<String> filters, List<ListColumn> columns, String sort) {

    public ListShape {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        if (columns.isEmpty()
                || columns.stream().noneMatch(column -> column.key().equals(sort))) {
            throw new IllegalArgumentException("a list is sorted by one of its columns");
        }
    }

    Optional<ListColumn> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
