package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import org.jspecify.annotations.Nullable;

/// Texts of a JSON bill of materials, bounded.
public final class JsonText {

    private JsonText() {}

    /// The string that stands here, without space around it; it may be empty.
    public static String of(JsonDocument json) {
        return bounded(json, json.string().strip());
    }

    /// The string, number or boolean that stands here.
    public static String scalar(JsonDocument json) {
        return bounded(json, json.scalar().strip());
    }

    private static String bounded(JsonDocument json, String text) {
        if (text.length() > Gathering.MAX_TEXT) {
            throw json.refused(Kind.TOO_LARGE, "at most " + Gathering.MAX_TEXT + " characters");
        }
        return text;
    }

    /// The text under one name of the object that stands here; null when it is absent or blank.
    public static @Nullable String member(JsonDocument json, String wanted) {
        @Nullable String[] found = new @Nullable String[1];
        json.object(name -> {
            if (name.equals(wanted)) {
                String text = of(json);
                found[0] = text.isEmpty() ? null : text;
            } else {
                json.skip();
            }
        });
        return found[0];
    }

    public static Place place(JsonDocument json) {
        return new Place(json.pointer(), json.line(), json.column());
    }
}
