package io.kuramori.engine.matching.vex.cyclonedx;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the refs of a document lead to.
///
/// A document may have a subject (`metadata.component`). What it says of a part, it says of the part *in that subject*:
/// "not reachable" in one application is not so in another that has the same library.
final class Elements {

    /// @param part the part of the product that is meant
    record Target(Product product, Optional<Product> part) {

        /// The same at one version, if that can be said of it.
        Optional<Target> release(String version) {
            return part.isPresent()
                    ? part.get().release(version).map(released -> new Target(product, Optional.of(released)))
                    : product.release(version).map(released -> new Target(released, Optional.empty()));
        }
    }

    /// An element by identifier, as far as it has one, and by name.
    private record Element(Optional<Product> identified, Product named) {}

    private final Map<String, Element> byRef = new HashMap<>();
    private final String serial;
    private final String version;
    private @Nullable Element subject;

    private Elements(JsonValue root) {
        serial = root.text("serialNumber").map(Product::serial).orElse("");
        version = root.get("version")
                .map(JsonValue::written)
                .filter(number -> number.matches("[1-9][0-9]{0,9}"))
                .orElse("1");
    }

    static Elements of(JsonValue root, Statements statements) {
        Elements elements = new Elements(root);
        root.get("metadata")
                .flatMap(metadata -> metadata.get("component"))
                .ifPresent(component -> statements.each(List.of(component), value -> {
                    elements.subject = element(value);
                    elements.component(value, statements);
                }));
        elements.components(root, statements);
        return elements;
    }

    private void components(JsonValue parent, Statements statements) {
        for (String list : List.of("components", "services")) {
            statements.each(parent.list(list), component -> component(component, statements));
        }
    }

    private void component(JsonValue value, Statements statements) {
        value.text("bom-ref").ifPresent(ref -> {
            if (byRef.putIfAbsent(ref, element(value)) != null) {
                statements.leave(value.need("bom-ref").refused(Kind.VALUE, "each bom-ref once; the first counts"));
            }
        });
        components(value, statements);
    }

    private static Element element(JsonValue value) {
        Optional<Product> identified = Stream.of("purl", "cpe")
                .flatMap(name -> value.get(name).stream())
                .filter(text -> !text.string().isEmpty())
                .findFirst()
                .map(text -> Product.of(text.string())
                        .filter(product -> !(product instanceof Product.ByName))
                        .orElseThrow(() -> text.refused(Kind.VALUE, "a package URL or a CPE name")));
        String name = value.text("group").map(group -> group + "/").orElse("") + value.needText("name");
        return new Element(
                identified,
                new Product.ByName(value.text("version")
                        .map(version -> name + " " + version)
                        .orElse(name)));
    }

    /// @throws Refused for a ref that leads nowhere
    Target target(JsonValue ref) {
        String text = ref.string();
        Element element = byRef.get(text);
        if (element == null) {
            return new Target(outside(ref), Optional.empty());
        }
        Element whole = subject;
        if (whole == null || whole.equals(element)) {
            return new Target(element.identified.orElseGet(() -> here(text, element)), Optional.empty());
        }
        boolean identified = whole.identified.isPresent() && element.identified.isPresent();
        return identified || serial.isEmpty()
                ? new Target(
                        whole.identified.orElse(whole.named), Optional.of(element.identified.orElse(element.named)))
                : new Target(here(text, element), Optional.empty());
    }

    private Product outside(JsonValue ref) {
        String text = ref.string();
        Optional<Product> product = Product.of(text).filter(found -> !(found instanceof Product.ByName));
        if (product.isEmpty() && !serial.isEmpty() && !text.startsWith("urn:cdx:") && !text.isEmpty()) {
            return new Product.ByBomRef(serial, version, text, Optional.empty());
        }
        return product.orElseThrow(
                () -> ref.refused(Kind.VALUE, "the bom-ref of a component, a BOM-Link or a package URL"));
    }

    private Product here(String ref, Element element) {
        return serial.isEmpty() ? element.named : new Product.ByBomRef(serial, version, ref, Optional.empty());
    }
}
