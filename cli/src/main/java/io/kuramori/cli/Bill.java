package io.kuramori.cli;

import io.kuramori.cli.CycloneDxReader.Located;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.vex.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What VEX needs of a CycloneDX bill of materials besides its components: its serial number, its subject, and the
/// `bom-ref` of each place. A bill that cannot be read so has none of them, and only purls and names are compared.
///
/// @param refs by the JSON pointer of the component
record Bill(Optional<String> serial, Optional<Identity> subject, Map<String, String> refs) {

    static Bill read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return switch (JsonDocument.read(bytes, new Problems(), json -> of(JsonValue.of(json)))) {
                case Reading.Accepted<Bill> accepted -> accepted.value();
                case Reading.Rejected<Bill> ignored -> new Bill(Optional.empty(), Optional.empty(), Map.of());
            };
        } catch (IOException e) {
            return new Bill(Optional.empty(), Optional.empty(), Map.of());
        }
    }

    /// @throws Refused for a document of another shape
    private static Bill of(JsonValue root) {
        Optional<String> serial = root.text("serialNumber");
        Map<String, String> refs = new HashMap<>();
        refs(root.list("components"), refs);
        return new Bill(
                serial,
                root.get("metadata")
                        .flatMap(metadata -> metadata.get("component"))
                        .map(component -> subject(component, serial)),
                refs);
    }

    private static void refs(List<JsonValue> components, Map<String, String> refs) {
        for (JsonValue component : components) {
            component.text("bom-ref").ifPresent(ref -> refs.put(component.pointer(), ref));
            refs(component.list("components"), refs);
        }
    }

    private static Identity subject(JsonValue component, Optional<String> serial) {
        return new Identity(
                component.text("purl").flatMap(Bill::purl),
                component.text("cpe"),
                component.text("bom-ref"),
                serial,
                component.text("group").map(group -> group + "/").orElse("")
                        + component.text("name").orElse(""),
                component.text("version"));
    }

    Identity identity(Located located) {
        Component component = located.component();
        return new Identity(
                Optional.ofNullable(component.purl()).flatMap(Bill::purl),
                Optional.ofNullable(component.cpe()),
                Optional.ofNullable(refs.get(located.pointer())),
                serial,
                component.name(),
                Optional.ofNullable(component.version()));
    }

    private static Optional<Purl> purl(String text) {
        return Purl.parse(text) instanceof Purl.Read(Purl purl) ? Optional.of(purl) : Optional.empty();
    }
}
