package io.kuramori.engine.matching.sbom.cyclonedx;

import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.XmlDocument;
import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Hash;
import io.kuramori.engine.matching.sbom.Licence;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Scope;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the components of a CycloneDX XML document, each with those inside it.
final class XmlComponents {

    private final XmlDocument xml;
    private final Gathering gathering;

    XmlComponents(XmlDocument xml, Gathering gathering) {
        this.xml = xml;
        this.gathering = gathering;
    }

    /// The list of components that stands here.
    void list() {
        xml.children(name -> {
            if (name.equals("component")) {
                xml.attempt(
                        () -> {
                            int at = gathering.next();
                            gathering.component(at, draft());
                        },
                        gathering::problem);
            }
        });
    }

    /// The component that stands here; those inside it are gathered on the way.
    Draft draft() {
        Place place = XmlText.place(xml);
        Draft draft = new Draft(place);
        attribute(place, "type", draft, draft::type);
        attribute(place, "bom-ref", draft, draft::ref);
        xml.children(name -> field(name, draft));
        return draft;
    }

    private void attribute(Place place, String name, Draft draft, Consumer<String> into) {
        xml.attribute(name).ifPresent(text -> {
            if (text.length() > Gathering.MAX_TEXT) {
                draft.refuse(place.refused(Kind.TOO_LARGE, "at most " + Gathering.MAX_TEXT + " characters", text));
            } else {
                into.accept(text);
            }
        });
    }

    private void field(String name, Draft draft) {
        switch (name) {
            case "group" -> text(draft, draft::group);
            case "name" -> text(draft, draft::name);
            case "version" -> text(draft, draft::version);
            case "purl" -> text(draft, draft::purl);
            case "cpe" -> text(draft, draft::cpe);
            case "components" -> xml.attempt(this::list, gathering::problem);
            case "supplier" -> besides(() -> draft.supplier(XmlText.member(xml, "name")));
            case "manufacturer" -> besides(() -> draft.manufacturer(XmlText.member(xml, "name")));
            case "author" -> besides(() -> draft.author(filled(XmlText.of(xml))));
            case "authors" ->
                besides(() -> xml.children(child -> besides(() -> draft.author(XmlText.member(xml, "name")))));
            case "publisher" -> besides(() -> draft.publisher(XmlText.of(xml)));
            case "scope" -> besides(() -> draft.scope(scope()));
            case "hashes" -> besides(() -> xml.children(child -> besides(() -> draft.hash(hash()))));
            case "licenses" -> besides(() -> xml.children(child -> besides(() -> draft.licence(licence(child)))));
            default -> {
                // Passed over.
            }
        }
    }

    /// What a component cannot be known without.
    private void text(Draft draft, Consumer<String> into) {
        xml.attempt(() -> into.accept(XmlText.of(xml)), draft::refuse);
    }

    /// What may be amiss without the component being lost.
    private void besides(Runnable reading) {
        xml.attempt(reading, gathering::remark);
    }

    private Scope scope() {
        Place place = XmlText.place(xml);
        String word = XmlText.of(xml);
        return Scope.of(word).orElseThrow(() -> place.refused(Kind.VALUE, "required, optional or excluded", word));
    }

    private Hash hash() {
        Place place = XmlText.place(xml);
        String algorithm = xml.attribute("alg").orElse("");
        String value = XmlText.of(xml);
        return Hash.of(algorithm, value)
                .orElseThrow(() -> place.refused(Kind.VALUE, "a hash in hexadecimal, as long as its algorithm", value));
    }

    /// An expression, one with details (1.7), or a licence by id or name.
    private Licence licence(String form) {
        Place place = XmlText.place(xml);
        Licence licence = switch (form) {
            case "expression" -> new Licence.Expression(XmlText.of(xml));
            case "expression-detailed" ->
                new Licence.Expression(
                        XmlText.bounded(place, xml.attribute("expression").orElse("")));
            default -> named();
        };
        if (licence.text().isEmpty()) {
            throw place.refused(Kind.MISSING, "an expression, or a license with id or name", "");
        }
        return licence;
    }

    private Licence named() {
        String[] found = {"", ""};
        xml.children(name -> {
            switch (name) {
                case "id" -> found[0] = XmlText.of(xml);
                case "name" -> found[1] = XmlText.of(xml);
                default -> {
                    // Passed over.
                }
            }
        });
        return found[0].isEmpty() ? new Licence.Named(found[1]) : new Licence.Id(found[0]);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
