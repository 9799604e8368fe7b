package io.kuramori.cli;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.severity.Severity;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what a scan found as a CycloneDX 1.6 vulnerability disclosure report: the components that were met, each
/// advisory once with those it affects, and once more for each thing that VEX says of it. An indeterminate match
/// affects a version of status `unknown`. What was skipped
/// stands in the document's properties. The serial number follows from all else in the document, so that the same scan
/// at the same time gives the same bytes.
final class CycloneDxVdr {

    private static final JsonFactory JSON = new JsonFactory();

    private CycloneDxVdr() {}

    static String write(ScanResult result, Instant when) {
        String unnumbered = write(result, when, "");
        return write(result, when, serial(unnumbered));
    }

    private static String write(ScanResult result, Instant when, String serial) {
        Map<Component, String> refs = new LinkedHashMap<>();
        Map<Group, List<Answer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < result.answers().size(); i++) {
            add(result.answers().get(i), result.vex().said().get(i), refs, groups);
        }
        result.vex().suppressed().forEach(suppressed -> add(suppressed.answer(), suppressed.stated(), refs, groups));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("bomFormat", "CycloneDX");
            json.writeStringProperty("specVersion", "1.6");
            if (!serial.isEmpty()) {
                json.writeStringProperty("serialNumber", serial);
            }
            json.writeNumberProperty("version", 1);
            metadata(json, when);
            json.writeArrayPropertyStart("components");
            refs.forEach((component, ref) -> component(json, component, ref));
            json.writeEndArray();
            json.writeArrayPropertyStart("vulnerabilities");
            groups.forEach((group, answers) -> vulnerability(json, answers, group.said, refs, result.signals()));
            json.writeEndArray();
            json.writeArrayPropertyStart("properties");
            result.skipped()
                    .forEach(skipped -> property(
                            json, "kuramori:skipped", skipped.file() + skipped.pointer() + ": " + skipped.reason()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// A UUID of version 8 (RFC 9562 §5.8) from the SHA-256 of the document.
    private static String serial(String document) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
            long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
            long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE;
            return "urn:uuid:" + new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void metadata(JsonGenerator json, Instant when) {
        json.writeObjectPropertyStart("metadata");
        json.writeStringProperty(
                "timestamp", when.truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeObjectPropertyStart("tools");
        json.writeArrayPropertyStart("components");
        json.writeStartObject();
        json.writeStringProperty("type", "application");
        json.writeStringProperty("name", "Kuramori");
        json.writeStringProperty("version", Release.version());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// An analysis holds for a whole vulnerability, so an advisory stands once for each that is said of it.
    private record Group(String advisory, VexAnswer said) {}

    private static void add(
            Answer answer, VexAnswer said, Map<Component, String> refs, Map<Group, List<Answer>> groups) {
        refs.putIfAbsent(answer.match().component(), "component-" + (refs.size() + 1));
        groups.computeIfAbsent(new Group(answer.match().advisoryId(), said), group -> new ArrayList<>())
                .add(answer);
    }

    private static void component(JsonGenerator json, Component component, String ref) {
        json.writeStartObject();
        json.writeStringProperty("type", "library");
        json.writeStringProperty("bom-ref", ref);
        json.writeStringProperty("name", component.name());
        String version = component.version();
        if (version != null) {
            json.writeStringProperty("version", version);
        }
        String purl = component.purl();
        if (purl != null) {
            json.writeStringProperty("purl", purl);
        }
        String cpe = component.cpe();
        if (cpe != null) {
            json.writeStringProperty("cpe", cpe);
        }
        json.writeEndObject();
    }

    private static void vulnerability(
            JsonGenerator json, List<Answer> answers, VexAnswer said, Map<Component, String> refs, Signals signals) {
        Advisory advisory = answers.getFirst().match().advisory();
        json.writeStartObject();
        json.writeStringProperty("id", advisory.id());
        json.writeArrayPropertyStart("references");
        for (String alias : advisory.aliases().stream().distinct().toList()) {
            json.writeStartObject();
            json.writeStringProperty("id", alias);
            json.writeObjectPropertyStart("source");
            json.writeStringProperty("name", advisory.source());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("ratings");
        rating(json, advisory.severity());
        json.writeEndArray();
        if (!advisory.summary().isBlank()) {
            json.writeStringProperty("description", advisory.summary());
        }
        VexReport.analysis(json, said);
        json.writeArrayPropertyStart("affects");
        answers.forEach(answer -> affects(json, answer, refs));
        json.writeEndArray();
        json.writeArrayPropertyStart("properties");
        signals.exploited(advisory)
                .ifPresent(entry -> property(json, "kuramori:kev", entry.publisher() + " " + entry.added()));
        signals.likelihood(advisory)
                .ifPresent(score -> property(json, "kuramori:epss", Double.toString(score.probability())));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void affects(JsonGenerator json, Answer answer, Map<Component, String> refs) {
        boolean affected = answer instanceof Answer.Affected;
        json.writeStartObject();
        json.writeStringProperty("ref", refs.getOrDefault(answer.match().component(), ""));
        json.writeArrayPropertyStart("versions");
        json.writeStartObject();
        json.writeStringProperty("version", version(answer.match().component()));
        json.writeStringProperty("status", affected ? "affected" : "unknown");
        json.writeEndObject();
        for (String fixed : answer.match().fixed()) {
            json.writeStartObject();
            json.writeStringProperty("version", fixed);
            json.writeStringProperty("status", "unaffected");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// The version as the component gives it, else its purl, whose version stands above it anyway.
    private static String version(Component component) {
        if (component.version() != null && !component.version().isBlank()) {
            return component.version();
        }
        return ScanResult.name(component);
    }

    private static void rating(JsonGenerator json, Severity severity) {
        switch (severity) {
            case Severity.Unscored ignored -> {}
            case Severity.Labelled labelled -> {
                json.writeStartObject();
                json.writeStringProperty("severity", labelled.level().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
            case Severity.Scored scored -> {
                json.writeStartObject();
                json.writeNumberProperty("score", scored.score());
                json.writeStringProperty("severity", scored.level().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("method", method(scored.system()));
                json.writeStringProperty("vector", scored.vector());
                json.writeEndObject();
            }
        }
    }

    private static String method(String system) {
        return switch (system) {
            case "CVSS:4.0" -> "CVSSv4";
            case "CVSS:3.1" -> "CVSSv31";
            case "CVSS:3.0" -> "CVSSv3";
            case "CVSS:2.0" -> "CVSSv2";
            default -> "other";
        };
    }

    private static void property(JsonGenerator json, String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }
}
