package io.kuramori.exchange.web;

import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.Sheets;
import io.kuramori.exchange.writing.CsvExport;
import io.kuramori.exchange.writing.XlsxWriter;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Ledgers as files, streamed.
@Controller
final class ExportController {

    private final Sheets sheets;
    private final Transactions transactions;

    ExportController(Sheets sheets, Transactions transactions) {
        this.sheets = sheets;
        this.transactions = transactions;
    }

    @Allows(Right.EXPORT)
    @GetMapping("/export/{kind}.xlsx")
    void xlsx(Caller caller, @PathVariable String kind, Locale locale, HttpServletResponse response) {
        var sheet = sheet(kind);
        head(response, kind + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        run(caller, () -> {
            try (var lines = sheet.lines()) {
                new XlsxWriter(sheet, kind, locale).write(lines, response.getOutputStream());
            }
        });
    }

    @Allows(Right.EXPORT)
    @GetMapping("/export/{kind}.csv")
    void csv(Caller caller, @PathVariable String kind, Locale locale, HttpServletResponse response) {
        var sheet = sheet(kind);
        head(response, kind + ".csv", "text/csv;charset=UTF-8");
        run(caller, () -> {
            try (var lines = sheet.lines()) {
                new CsvExport(sheet, locale).write(lines, response.getOutputStream());
            }
        });
    }

    @Allows(Right.IMPORT)
    @GetMapping("/import/{kind}/template.xlsx")
    void template(Caller caller, @PathVariable String kind, Locale locale, HttpServletResponse response) {
        var sheet = sheet(kind);
        head(response, kind + "-template.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        run(caller, () -> new XlsxWriter(sheet, kind, locale).write(Stream.empty(), response.getOutputStream()));
    }

    private Sheet<?> sheet(String kind) {
        return sheets.find(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void head(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private void run(Caller caller, Writing writing) {
        transactions.read(caller, () -> {
            try {
                writing.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
