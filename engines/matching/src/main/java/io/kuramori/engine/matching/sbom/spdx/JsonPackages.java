package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Hash;
import io.kuramori.engine.matching.sbom.JsonText;
import io.kuramori.engine.matching.sbom.Place;
import java.util.function.Consumer;

/// Reads the packages of an SPDX JSON document.
final class JsonPackages {

    private final JsonDocument json;
    private final Gathering gathering;

    JsonPackages(JsonDocument json, Gathering gathering) {
        this.json = json;
        this.gathering = gathering;
    }

    /// The array of packages that stands here.
    void list() {
        json.array(() -> json.attempt(this::one, gathering::problem));
    }

    private void one() {
        Draft draft = new Draft(JsonText.place(json));
        Licences licences = new Licences();
        json.object(name -> field(name, draft, licences));
        licences.into(draft);
        gathering.component(gathering.next(), draft);
    }

    private void field(String name, Draft draft, Licences licences) {
        switch (name) {
            case "SPDXID" -> text(draft, draft::ref);
            case "name" -> text(draft, draft::name);
            case "versionInfo" -> text(draft, draft::version);
            case "externalRefs" -> json.attempt(() -> references(draft), draft::refuse);
            case "primaryPackagePurpose" -> besides(() -> draft.type(JsonText.of(json)));
            case "supplier" -> besides(() -> draft.supplier(SpdxWords.who(JsonText.of(json))));
            case "originator" -> besides(() -> draft.author(SpdxWords.who(JsonText.of(json))));
            case "checksums" -> besides(() -> json.array(() -> besides(() -> draft.hash(hash()))));
            case "licenseConcluded" -> besides(() -> licences.concluded(JsonText.of(json)));
            case "licenseDeclared" -> besides(() -> licences.declared(JsonText.of(json)));
            default -> json.skip();
        }
    }

    /// What a package cannot be known without.
    private void text(Draft draft, Consumer<String> into) {
        json.attempt(
                () -> {
                    String text = JsonText.of(json);
                    into.accept(SpdxWords.silent(text) ? "" : text);
                },
                draft::refuse);
    }

    /// What may be amiss without the package being lost.
    private void besides(Runnable reading) {
        json.attempt(reading, gathering::remark);
    }

    private void references(Draft draft) {
        json.array(() -> {
            Place place = JsonText.place(json);
            String[] found = {"", ""};
            json.object(name -> {
                switch (name) {
                    case "referenceType" -> found[0] = JsonText.of(json);
                    case "referenceLocator" -> found[1] = json.string().strip();
                    default -> json.skip();
                }
            });
            if (SpdxWords.names(found[0])) {
                if (found[1].isEmpty() || found[1].length() > Gathering.MAX_TEXT) {
                    throw place.refused(
                            Kind.VALUE,
                            "a referenceLocator of at most " + Gathering.MAX_TEXT + " characters",
                            found[1]);
                }
                SpdxWords.reference(draft, found[0], found[1]);
            }
        });
    }

    private Hash hash() {
        Place place = JsonText.place(json);
        String[] found = {"", ""};
        json.object(name -> {
            switch (name) {
                case "algorithm" -> found[0] = JsonText.of(json);
                case "checksumValue" -> found[1] = JsonText.of(json);
                default -> json.skip();
            }
        });
        return Hash.of(found[0], found[1])
                .orElseThrow(
                        () -> place.refused(Kind.VALUE, "a hash in hexadecimal, as long as its algorithm", found[1]));
    }
}
