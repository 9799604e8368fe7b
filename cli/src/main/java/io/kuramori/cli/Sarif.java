package io.kuramori.cli;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.Match;
import io.kuramori.engine.matching.severity.Level;
import io.kuramori.engine.matching.severity.Severity;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what a scan found as SARIF 2.1.0: a rule for each advisory, a result for each match, a notification for
/// everything skipped. An indeterminate match is a result of kind `review`.
final class Sarif {

    private static final JsonFactory JSON = new JsonFactory();

    private Sarif() {}

    static String write(ScanResult result, Instant began, Instant ended) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            rules(json, result);
            json.writeArrayPropertyStart("invocations");
            invocation(json, result, began, ended);
            json.writeEndArray();
            json.writeArrayPropertyStart("results");
            for (int i = 0; i < result.answers().size(); i++) {
                result(
                        json,
                        result.answers().get(i),
                        result.files().get(i),
                        result.vex().said().get(i),
                        result.vex());
            }
            for (Vexed.Suppressed suppressed : result.vex().suppressed()) {
                result(json, suppressed.answer(), suppressed.at(), suppressed.stated(), result.vex());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void rules(JsonGenerator json, ScanResult result) {
        Map<String, Advisory> advisories = new LinkedHashMap<>();
        Stream.concat(
                        result.answers().stream(),
                        result.vex().suppressed().stream().map(Vexed.Suppressed::answer))
                .forEach(answer -> advisories.putIfAbsent(
                        answer.match().advisoryId(), answer.match().advisory()));
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Kuramori");
        json.writeStringProperty("version", Release.version());
        json.writeArrayPropertyStart("rules");
        for (Advisory advisory : advisories.values()) {
            json.writeStartObject();
            json.writeStringProperty("id", advisory.id());
            json.writeObjectPropertyStart("shortDescription");
            json.writeStringProperty("text", advisory.summary().isBlank() ? advisory.id() : advisory.summary());
            json.writeEndObject();
            if (advisory.severity() instanceof Severity.Scored scored) {
                json.writeObjectPropertyStart("properties");
                json.writeStringProperty("security-severity", Double.toString(scored.score()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void invocation(JsonGenerator json, ScanResult result, Instant began, Instant ended) {
        json.writeStartObject();
        json.writeStringProperty(
                "startTimeUtc", began.truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringProperty(
                "endTimeUtc", ended.truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeBooleanProperty("executionSuccessful", result.evaluated() > 0);
        json.writeArrayPropertyStart("toolExecutionNotifications");
        for (Skipped skipped : result.skipped()) {
            json.writeStartObject();
            json.writeStringProperty("level", "warning");
            message(json, skipped.file() + skipped.pointer() + ": " + skipped.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Answer answer, Located at, VexAnswer said, Vexed vex) {
        boolean affected = answer instanceof Answer.Affected;
        String component = ScanResult.name(at.component());
        json.writeStartObject();
        json.writeStringProperty("ruleId", answer.match().advisoryId());
        json.writeStringProperty("kind", affected ? "fail" : "review");
        json.writeStringProperty("level", affected ? level(answer.match()) : "none");
        message(json, answer.sentence(Locale.ENGLISH));
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(at.file()));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("fullyQualifiedName", component + " at " + at.pointer());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(
                "component/v1", component + " " + answer.match().advisoryId());
        json.writeEndObject();
        if (vex.asked()) {
            suppressions(json, said);
        }
        json.writeEndObject();
    }

    /// An empty list says that the result is not suppressed (SARIF 2.1.0 §3.27.23).
    private static void suppressions(JsonGenerator json, VexAnswer said) {
        json.writeArrayPropertyStart("suppressions");
        if (Vexed.settles(said)) {
            json.writeStartObject();
            json.writeStringProperty("kind", "external");
            json.writeStringProperty("status", "accepted");
            json.writeStringProperty("justification", VexReport.sentence(said));
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!Vexed.settles(said) && !(said instanceof VexAnswer.Unstated)) {
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("vex", VexReport.sentence(said));
            json.writeEndObject();
        }
    }

    /// A path as a URI reference: relative paths stay relative.
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String level(Match match) {
        Level level = match.severity().grade().orElse(Level.MEDIUM);
        return switch (level) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, NONE -> "note";
        };
    }

    private static void message(JsonGenerator json, String text) {
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
