package io.kuramori.approval.requests;

import io.kuramori.approval.Content;
import io.kuramori.engine.journal.CanonicalJson;
import io.kuramori.engine.journal.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SHA-256 over the canonical JSON (RFC 8785) of exactly what is asked: the subject and its material facts, the words,
/// the end date, the matter.
final class Fingerprint {

    private Fingerprint() {}

    /// Facts as canonical text.
    static String facts(Map<String, String> facts) {
        var members = new HashMap<String, Json>();
        facts.forEach((name, value) -> members.put(name, new Json.Str(value)));
        return CanonicalJson.text(new Json.Obj(members));
    }

    /// @param subject kind and id of the record; empty for a free matter
    /// @param facts as [#facts] writes them
    static String of(String subject, String facts, Content content) {
        var members = new HashMap<String, Json>();
        members.put("subject", text(subject));
        members.put("facts", text(facts));
        members.put("title", text(content.title()));
        members.put("asked", text(content.asked()));
        members.put("risk", text(content.risk()));
        members.put("compensating", text(content.compensating()));
        members.put("reference", text(content.reference()));
        members.put("until", text(content.until().toString()));
        members.put("matter", text(content.matter()));
        members.put("condition", text(content.condition()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(new Json.Obj(members))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Json text(@Nullable String value) {
        return value == null ? Json.NULL : new Json.Str(value);
    }
}
