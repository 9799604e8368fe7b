package io.kuramori.cli;

import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// Writes what VEX says, for all formats of the scan's report.
final class VexReport {

    private VexReport() {}

    /// The list of suppressed matches in the scan's own JSON.
    static void suppressed(JsonGenerator json, List<Vexed.Suppressed> suppressed) {
        json.writeArrayPropertyStart("suppressed");
        for (Vexed.Suppressed each : suppressed) {
            json.writeStartObject();
            json.writeStringProperty("id", each.answer().match().advisoryId());
            json.writeStringProperty(
                    "component", ScanResult.name(each.answer().match().component()));
            members(json, each.statement());
            statements(json, "superseded", each.stated().superseded());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The member `vex` of a match; nothing when nobody speaks of it.
    static void member(JsonGenerator json, VexAnswer said) {
        switch (said) {
            case VexAnswer.Unstated ignored -> {}
            case VexAnswer.Stated stated -> {
                json.writeObjectPropertyStart("vex");
                members(json, stated.statement());
                statements(json, "superseded", stated.superseded());
                json.writeEndObject();
            }
            case VexAnswer.Ambiguous ambiguous -> {
                json.writeObjectPropertyStart("vex");
                json.writeStringProperty("ambiguous", why(ambiguous));
                statements(json, "statements", ambiguous.statements());
                json.writeEndObject();
            }
        }
    }

    /// The analysis of a CycloneDX vulnerability; ambiguous statements are in triage.
    static void analysis(JsonGenerator json, VexAnswer said) {
        switch (said) {
            case VexAnswer.Unstated ignored -> {}
            case VexAnswer.Stated stated -> {
                json.writeObjectPropertyStart("analysis");
                json.writeStringProperty("state", state(stated.statement().status()));
                if (stated.statement().status() instanceof Status.NotAffected(var justification, var ignored)) {
                    justification.ifPresent(why -> json.writeStringProperty(
                            "justification", why.cycloneDx().word()));
                }
                json.writeStringProperty("detail", sentence(said));
                json.writeEndObject();
            }
            case VexAnswer.Ambiguous ignored -> {
                json.writeObjectPropertyStart("analysis");
                json.writeStringProperty("state", "in_triage");
                json.writeStringProperty("detail", sentence(said));
                json.writeEndObject();
            }
        }
    }

    private static String state(Status status) {
        return switch (status) {
            case Status.NotAffected ignored -> "not_affected";
            case Status.Fixed ignored -> "resolved";
            case Status.Affected ignored -> "exploitable";
            case Status.UnderInvestigation ignored -> "in_triage";
        };
    }

    /// What is said, by whom and where, in one line of English; empty when nothing is.
    static String sentence(VexAnswer said) {
        return sentence(said, Locale.ENGLISH);
    }

    static String sentence(VexAnswer said, Locale locale) {
        return switch (said) {
            case VexAnswer.Unstated ignored -> "";
            case VexAnswer.Stated(Statement statement, var ignored, List<Statement> superseded) ->
                Word.VEX_STATED.in(locale, told(statement, locale))
                        + (superseded.isEmpty() ? "" : Word.VEX_SUPERSEDES.in(locale, told(superseded, locale)));
            case VexAnswer.Ambiguous ambiguous -> {
                Word why = switch (ambiguous.why()) {
                    case CONFLICT -> Word.VEX_CONFLICT;
                    case NAME_ONLY -> Word.VEX_NAME_ONLY;
                };
                yield Word.VEX_AMBIGUOUS.in(locale, why.in(locale), told(ambiguous.statements(), locale));
            }
        };
    }

    private static String told(List<Statement> statements, Locale locale) {
        return statements.stream()
                .map(statement -> told(statement, locale))
                .collect(Collectors.joining(Word.COMMA.in(locale)));
    }

    private static String told(Statement statement, Locale locale) {
        String words = statement.status() instanceof Status.NotAffected(var why, String impact)
                ? why.map(Justification::word).orElse(impact)
                : "";
        return statement.status().word()
                + (words.isBlank() ? "" : " (" + words + ")")
                + (statement.author().isBlank() ? "" : Word.VEX_BY.in(locale, statement.author()))
                + Word.VEX_IN.in(locale, source(statement));
    }

    private static void statements(JsonGenerator json, String name, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (Statement statement : statements) {
            json.writeStartObject();
            members(json, statement);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void members(JsonGenerator json, Statement statement) {
        json.writeStringProperty("status", statement.status().word());
        if (statement.status() instanceof Status.NotAffected(var justification, String words)) {
            json.writeStringProperty(
                    "justification", justification.map(Justification::word).orElse(words));
        } else {
            json.writeNullProperty("justification");
        }
        json.writeStringProperty("author", statement.author());
        json.writeStringProperty("source", source(statement));
    }

    private static String source(Statement statement) {
        return statement.file() + "#" + statement.pointer();
    }

    private static String why(VexAnswer.Ambiguous ambiguous) {
        return ambiguous.why().name().toLowerCase(Locale.ROOT);
    }
}
