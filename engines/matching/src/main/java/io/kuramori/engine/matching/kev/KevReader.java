package io.kuramori.engine.matching.kev;

import io.kuramori.engine.matching.document.CsvDocument;
import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.document.Sniffed;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads CISA's catalogue as JSON or CSV and the EU's as JSON; which one it is shows in the document. An entry that
/// cannot be read is passed over and told.
public final class KevReader {

    static final int MAX_ENTRIES = 1_000_000;

    private KevReader() {}

    /// Reads a whole catalogue.
    ///
    /// @throws IOException when the stream itself fails
    public static Reading<Kev> read(InputStream bytes) throws IOException {
        Sniffed sniffed = Sniffed.of(bytes);
        Problems problems = new Problems();
        return switch (sniffed.first()) {
            case '{' -> JsonDocument.read(sniffed.bytes(), problems, json -> cisa(json, problems));
            case '[' -> JsonDocument.read(sniffed.bytes(), problems, json -> enisa(json, problems));
            default -> csv(sniffed.bytes(), problems);
        };
    }

    private static Kev cisa(JsonDocument json, Problems problems) {
        Map<String, Kev.Entry> entries = new HashMap<>();
        String[] version = new String[] {""};
        boolean[] list = new boolean[1];
        json.object(name -> {
            switch (name) {
                case "catalogVersion" -> version[0] = json.string();
                case "vulnerabilities" -> {
                    list[0] = true;
                    json.array(() -> put(json, entries, problems, Kev.Publisher.CISA));
                }
                default -> json.skip();
            }
        });
        if (!list[0]) {
            throw json.refused(Kind.FORMAT, "a catalogue with \"vulnerabilities\"", "");
        }
        return new Kev(Kev.Publisher.CISA, version[0], entries);
    }

    private static Kev enisa(JsonDocument json, Problems problems) {
        Map<String, Kev.Entry> entries = new HashMap<>();
        json.array(() -> put(json, entries, problems, Kev.Publisher.ENISA));
        return new Kev(Kev.Publisher.ENISA, "", entries);
    }

    private static void put(
            JsonDocument json, Map<String, Kev.Entry> entries, Problems problems, Kev.Publisher publisher) {
        KevFields fields = new KevFields(publisher, json.pointer(), json.line(), json.column());
        json.object(name -> {
            if (json.isArray()) {
                fields.put(name, String.join(",", json.strings()));
            } else if (json.isString()) {
                fields.put(name, json.string());
            } else if (KevFields.KNOWN.contains(name)) {
                throw json.refused(Kind.TYPE, "a string");
            } else {
                json.skip();
            }
        });
        try {
            fields.addTo(entries);
        } catch (Refused e) {
            problems.add(e.problem());
        }
    }

    private static Reading<Kev> csv(InputStream bytes, Problems problems) throws IOException {
        Map<String, Kev.Entry> entries = new HashMap<>();
        try {
            CsvDocument.read(bytes, problems, List.of("cveid", "dateadded"), row -> {
                KevFields fields = new KevFields(
                        Kev.Publisher.CISA,
                        "",
                        row.refused(Kind.VALUE, "", "").problem().line(),
                        0);
                KevFields.KNOWN.forEach(name -> fields.put(name, row.field(name.toLowerCase(Locale.ROOT))));
                fields.addTo(entries);
            });
            return new Reading.Accepted<>(new Kev(Kev.Publisher.CISA, "", entries), problems.list());
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        }
    }
}
