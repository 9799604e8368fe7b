package io.kuramori.shell;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.ShownTable;
import io.kuramori.identity.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lists as spreadsheets: exactly what is shown, with the same filter, order and columns.
@Component
public final class ListFiles {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ApplicationEventPublisher events;

    public ListFiles(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// Streams the rows. Inside a transaction of the caller; the caller closes the stream.
    ///
    /// @param columns those of the query that the page really shows
    /// @param rows words by column key, as the page shows them; days as `2026-11-23`
    public void write(
            Caller caller,
            Page page,
            ListQuery query,
            String titleKey,
            List<ListColumn> columns,
            Stream<Map<String, String>> rows,
            HttpServletResponse response) {
        events.publishEvent(new ListExported(
                caller, query.first(), columns.stream().map(ListColumn::key).toList()));
        String name = query.shape().path().substring(1).replace('/', '-') + ".xlsx";
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var heads = columns.stream().map(column -> head(page, column)).toList();
        try {
            ShownTable.write(page.t(titleKey), page.locale(), heads, rows, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column head(Page page, ListColumn column) {
        String title = page.t(column.titleKey());
        return switch (column.content()) {
            case TEXT -> Column.text(column.key(), title, title, Integer.MAX_VALUE);
            case DAY -> Column.date(column.key(), title, title);
            case NUMBER -> Column.integer(column.key(), title, title, Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }
}
