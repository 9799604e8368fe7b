package io.kuramori.exchange.imports;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.kuramori.exchange.Line;
import io.kuramori.exchange.MemoryLedger;
import io.kuramori.exchange.writing.CsvExport;
import io.kuramori.exchange.writing.XlsxWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Damaged at random places, files are read or refused, never anything else.
final class ReadersFuzz {

    private static final int RUNS = 400;
    private static final MemoryLedger LEDGER = new MemoryLedger();

    @BeforeAll
    static void fill() {
        for (int i = 0; i < 20; i++) {
            LEDGER.put(new Line(
                    new UUID(0, i),
                    1,
                    false,
                    Map.of("code", "S" + i, "name", "勘定系" + i, "started", "2026-11-23", "users", "7")));
        }
    }

    @Test
    void damagedWorkbooks() throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxWriter(LEDGER, "台帳", Locale.JAPANESE).write(LEDGER.lines(), out);
        damage(out.toByteArray());
    }

    @Test
    void damagedXmlWithinSoundWorkbooks() throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxWriter(LEDGER, "台帳", Locale.JAPANESE).write(LEDGER.lines(), out);
        var parts = new String[] {
            "xl/worksheets/sheet2.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/_rels/workbook.xml.rels"
        };
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var bytes = Books.rewrite(out.toByteArray(), parts[random.nextInt(parts.length)], xml -> {
                var text = new StringBuilder(xml);
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    text.setCharAt(random.nextInt(text.length()), "0A<>\"/9 -".charAt(random.nextInt(9)));
                }
                return text.toString();
            });
            read(bytes, seed);
        }
    }

    @Test
    void damagedCsv() throws IOException {
        var out = new ByteArrayOutputStream();
        new CsvExport(LEDGER, Locale.JAPANESE).write(LEDGER.lines(), out);
        damage(out.toByteArray());
    }

    private static void damage(byte[] sound) {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var bytes = random.nextInt(5) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes, seed);
        }
    }

    private static void read(byte[] bytes, int seed) {
        assertThatNoException().as("seed %d", seed).isThrownBy(() -> Previews.preview(LEDGER, "fuzz", bytes));
    }
}
