package io.kuramori.cli;

import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.Match;
import io.kuramori.engine.matching.epss.Epss;
import io.kuramori.engine.matching.kev.Kev;
import io.kuramori.engine.matching.severity.Level;
import io.kuramori.engine.matching.severity.Severity;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what a scan found as JSON. The shape is a contract; its reasons are in English whatever the language.
final class ScanJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ScanJson() {}

    static String write(ScanResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("matches");
            for (int i = 0; i < result.answers().size(); i++) {
                match(
                        json,
                        result.answers().get(i),
                        result.signals(),
                        result.vex().said().get(i));
            }
            json.writeEndArray();
            if (result.vex().asked()) {
                VexReport.suppressed(json, result.vex().suppressed());
            }
            json.writeArrayPropertyStart("skipped");
            for (Skipped skipped : result.skipped()) {
                json.writeStartObject();
                json.writeStringProperty("file", skipped.file());
                json.writeStringProperty("pointer", skipped.pointer());
                json.writeStringProperty("reason", skipped.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void match(JsonGenerator json, Answer answer, Signals signals, VexAnswer said) {
        Match match = answer.match();
        json.writeStartObject();
        json.writeStringProperty("component", ScanResult.name(match.component()));
        json.writeStringProperty("advisory", match.advisoryId());
        strings(json, "aliases", match.advisory().aliases());
        json.writeStringProperty("status", status(answer));
        severity(json, match.severity());
        strings(json, "fixed", match.fixed());
        json.writeStringProperty("reason", answer.sentence(Locale.ENGLISH));
        signals.exploited(match.advisory()).ifPresent(entry -> kev(json, entry));
        signals.likelihood(match.advisory()).ifPresent(score -> epss(json, score));
        VexReport.member(json, said);
        json.writeEndObject();
    }

    private static void kev(JsonGenerator json, Kev.Entry entry) {
        json.writeObjectPropertyStart("kev");
        json.writeStringProperty("source", entry.publisher().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("added", entry.added().toString());
        entry.due().ifPresent(due -> json.writeStringProperty("due", due.toString()));
        json.writeBooleanProperty("ransomware", entry.ransomware());
        json.writeEndObject();
    }

    private static void epss(JsonGenerator json, Epss.Score score) {
        json.writeObjectPropertyStart("epss");
        json.writeNumberProperty("score", score.probability());
        score.percentile().ifPresent(percentile -> json.writeNumberProperty("percentile", percentile));
        json.writeEndObject();
    }

    private static void severity(JsonGenerator json, Severity severity) {
        switch (severity) {
            case Severity.Unscored ignored -> json.writeNullProperty("severity");
            case Severity.Labelled(String label, Level level) -> {
                json.writeObjectPropertyStart("severity");
                json.writeStringProperty("level", lower(level));
                json.writeStringProperty("label", label);
                json.writeEndObject();
            }
            case Severity.Scored(String vector, String system, double score, Level level) -> {
                json.writeObjectPropertyStart("severity");
                json.writeStringProperty("level", lower(level));
                json.writeNumberProperty("score", score);
                json.writeStringProperty("system", system);
                json.writeStringProperty("vector", vector);
                json.writeEndObject();
            }
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String status(Answer answer) {
        return switch (answer) {
            case Answer.Affected ignored -> "affected";
            case Answer.Indeterminate ignored -> "indeterminate";
            case Answer.NotAffected ignored -> "not_affected";
        };
    }

    private static String lower(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
