package io.kuramori.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.exchange.Line;
import io.kuramori.exchange.MemoryLedger;
import io.kuramori.exchange.writing.CsvExport;
import io.kuramori.exchange.writing.XlsxWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Export, then import: nothing changes, whatever the records hold.
final class RoundTripTest {

    private static final List<String> PIECES = List.of(
            "=1+1",
            "+81",
            "-5",
            "@cmd",
            "'",
            "'=",
            "''+",
            "＝",
            "勘定系",
            "ｶﾅ",
            "㈱",
            "①",
            "\"",
            ",",
            ";",
            "\t",
            "　",
            " ",
            "髙",
            "𠮷",
            "a",
            "\n",
            "％",
            "é",
            "0",
            "1e5",
            "true",
            "2026/1/1",
            "#N/A",
            "<b>",
            "&amp;",
            "_x0041_");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void changesNothing(long seed) throws IOException {
        var ledger = random(new Random(seed));
        for (var locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            var xlsx = new ByteArrayOutputStream();
            new XlsxWriter(ledger, "情報システム台帳", locale).write(ledger.lines(), xlsx);
            unchanged(ledger, Previews.preview(ledger, "export.xlsx", xlsx.toByteArray()), seed);

            var csv = new ByteArrayOutputStream();
            new CsvExport(ledger, locale).write(ledger.lines(), csv);
            unchanged(ledger, Previews.preview(ledger, "export.csv", csv.toByteArray()), seed);
        }
    }

    private static void unchanged(MemoryLedger ledger, Plan<Map<String, String>> plan, long seed) {
        assertThat(plan.problems()).as("seed %d", seed).isEmpty();
        assertThat(plan.entries()).as("seed %d", seed).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(ledger.living().size());
    }

    private static MemoryLedger random(Random random) {
        var ledger = new MemoryLedger();
        for (int i = 0; i < 60; i++) {
            var cells = new HashMap<String, String>();
            cells.put("code", "SYS-%04d".formatted(i));
            cells.put("name", "名" + i + text(random));
            maybe(random, cells, "summary", text(random));
            maybe(
                    random,
                    cells,
                    "started",
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000)).toString());
            maybe(random, cells, "users", String.valueOf(random.nextInt(1_000_010) - 10));
            maybe(random, cells, "importance", List.of("high", "medium").get(random.nextInt(2)));
            maybe(random, cells, "exposed", String.valueOf(random.nextBoolean()));
            maybe(random, cells, "department", List.of("D01", "D02", "D03").get(random.nextInt(3)));
            maybe(random, cells, "parent", "SYS-%04d".formatted(random.nextInt(i + 1)));
            maybe(
                    random,
                    cells,
                    "data",
                    List.of("personal", "card", "personal;card").get(random.nextInt(3)));
            ledger.put(new Line(new UUID(0, i), 1 + random.nextInt(3), random.nextInt(20) == 0, cells));
        }
        return ledger;
    }

    private static void maybe(Random random, Map<String, String> cells, String column, String value) {
        if (random.nextInt(4) > 0) {
            cells.put(column, value);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
