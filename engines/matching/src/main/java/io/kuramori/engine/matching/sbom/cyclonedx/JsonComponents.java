package io.kuramori.engine.matching.sbom.cyclonedx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Hash;
import io.kuramori.engine.matching.sbom.JsonText;
import io.kuramori.engine.matching.sbom.Licence;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Scope;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the components of a CycloneDX JSON document, each with those inside it.
final class JsonComponents {

    private final JsonDocument json;
    private final Gathering gathering;

    JsonComponents(JsonDocument json, Gathering gathering) {
        this.json = json;
        this.gathering = gathering;
    }

    /// The array of components that stands here.
    void list() {
        json.array(() -> json.attempt(
                () -> {
                    int at = gathering.next();
                    gathering.component(at, draft());
                },
                gathering::problem));
    }

    /// The component that stands here; those inside it are gathered on the way.
    Draft draft() {
        Draft draft = new Draft(JsonText.place(json));
        json.object(name -> field(name, draft));
        return draft;
    }

    private void field(String name, Draft draft) {
        switch (name) {
            case "type" -> text(draft, draft::type);
            case "bom-ref" -> text(draft, draft::ref);
            case "group" -> text(draft, draft::group);
            case "name" -> text(draft, draft::name);
            case "version" -> text(draft, draft::version);
            case "purl" -> text(draft, draft::purl);
            case "cpe" -> text(draft, draft::cpe);
            case "components" -> json.attempt(this::list, gathering::problem);
            case "supplier" -> besides(() -> draft.supplier(JsonText.member(json, "name")));
            case "manufacturer" -> besides(() -> draft.manufacturer(JsonText.member(json, "name")));
            case "author" -> besides(() -> draft.author(filled(JsonText.of(json))));
            case "authors" -> besides(() -> json.array(() -> draft.author(JsonText.member(json, "name"))));
            case "publisher" -> besides(() -> draft.publisher(JsonText.of(json)));
            case "scope" -> besides(() -> draft.scope(scope()));
            case "hashes" -> besides(() -> json.array(() -> besides(() -> draft.hash(hash()))));
            case "licenses" -> besides(() -> json.array(() -> besides(() -> licence(draft))));
            default -> json.skip();
        }
    }

    /// What a component cannot be known without.
    private void text(Draft draft, Consumer<String> into) {
        json.attempt(() -> into.accept(JsonText.of(json)), draft::refuse);
    }

    /// What may be amiss without the component being lost.
    private void besides(Runnable reading) {
        json.attempt(reading, gathering::remark);
    }

    private Scope scope() {
        String word = JsonText.of(json);
        return Scope.of(word).orElseThrow(() -> json.refused(Kind.VALUE, "required, optional or excluded", word));
    }

    private Hash hash() {
        Place place = JsonText.place(json);
        String[] found = {"", ""};
        json.object(name -> {
            switch (name) {
                case "alg" -> found[0] = JsonText.of(json);
                case "content" -> found[1] = JsonText.of(json);
                default -> json.skip();
            }
        });
        return Hash.of(found[0], found[1])
                .orElseThrow(
                        () -> place.refused(Kind.VALUE, "a hash in hexadecimal, as long as its algorithm", found[1]));
    }

    private void licence(Draft draft) {
        Place place = JsonText.place(json);
        @Nullable Licence[] found = new @Nullable Licence[1];
        json.object(name -> {
            switch (name) {
                case "license" -> found[0] = named();
                case "expression" -> found[0] = new Licence.Expression(JsonText.of(json));
                default -> json.skip();
            }
        });
        if (found[0] == null || found[0].text().isEmpty()) {
            throw place.refused(Kind.MISSING, "an expression, or a license with id or name", "");
        }
        draft.licence(found[0]);
    }

    private @Nullable Licence named() {
        String[] found = {"", ""};
        json.object(name -> {
            switch (name) {
                case "id" -> found[0] = JsonText.of(json);
                case "name" -> found[1] = JsonText.of(json);
                default -> json.skip();
            }
        });
        return found[0].isEmpty() ? new Licence.Named(found[1]) : new Licence.Id(found[0]);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
