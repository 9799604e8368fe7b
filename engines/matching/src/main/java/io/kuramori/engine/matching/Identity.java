package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of a component's identity.
sealed interface Identity {

    /// @param key the package, null when it has none whose versions are understood
    /// @param version of the package; the package URL's stands above the component's own
    /// @param cpe the CPE name given, else one made of supplier and name; null without either
    /// @param made whether the CPE name was made
    /// @param cpeVersion the CPE's version with its update, else the component's own
    /// @param others the same component under each of its other CPE names, without a package
    record Known(
            Component component,
            @Nullable PackageKey key,
            Optional<String> version,
            @Nullable Cpe cpe,
            boolean made,
            Optional<String> cpeVersion,
            List<Known> others)
            implements Identity {

        /// The component under each of its CPE names.
        Stream<Known> faces() {
            return others.isEmpty() ? Stream.of(this) : Stream.concat(Stream.of(this), others.stream());
        }

        /// The folded product by which configurations and names find it; null when it has none.
        @Nullable
        String product() {
            return cpe == null ? null : ProductName.product(cpe);
        }
    }

    record Unknown(Component component, Reason reason) implements Identity {}

    static Identity of(Component component) {
        PackageKey key = null;
        String version = component.version();
        Reason reason = new Reason.NoIdentifier();
        if (component.purl() != null) {
            switch (Purl.parse(component.purl())) {
                case Purl.Malformed(String text, String why) -> reason = new Reason.MalformedPurl(text, why);
                case Purl.Read(Purl purl) -> {
                    version = purl.version() == null ? version : purl.version();
                    if (Ecosystem.ofType(purl.key().type()).isPresent()) {
                        key = purl.key();
                    } else {
                        reason = new Reason.UnknownEcosystem(purl.key().type());
                    }
                }
            }
        }
        Cpe cpe = null;
        if (component.cpe() != null) {
            switch (Cpe.parse(component.cpe())) {
                case Cpe.Malformed(String text, String expected) ->
                    reason = component.purl() == null ? new Reason.MalformedCpe(text, expected) : reason;
                case Cpe.Read(Cpe read) -> {
                    // A name that leaves the product open names nothing that could be looked for.
                    if (ProductName.product(read) == null) {
                        reason = component.purl() == null
                                ? new Reason.MalformedCpe(component.cpe(), "a product")
                                : reason;
                    } else {
                        cpe = read;
                    }
                }
            }
        }
        List<Cpe> named = cpes(component.otherCpes(), cpe);
        if (cpe == null && !named.isEmpty()) {
            cpe = named.removeFirst();
        }
        boolean made = cpe == null && component.supplier() != null;
        if (cpe == null && component.supplier() != null) {
            cpe = made(component.supplier(), component.name());
        }
        if (key == null && cpe == null) {
            return new Unknown(component, reason);
        }
        Optional<String> told = Optional.ofNullable(version).filter(v -> !v.isBlank());
        return new Known(
                component,
                key,
                told,
                cpe,
                made,
                cpe == null ? told : version(cpe).or(() -> told),
                named.stream()
                        .map(other -> new Known(
                                component,
                                null,
                                told,
                                other,
                                false,
                                version(other).or(() -> told),
                                List.of()))
                        .toList());
    }

    /// The names that name a product, each once and without the first.
    private static List<Cpe> cpes(List<String> texts, @Nullable Cpe first) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Set<Cpe> named = new LinkedHashSet<>();
        for (String text : texts) {
            if (Cpe.parse(text) instanceof Cpe.Read(Cpe read)
                    && ProductName.product(read) != null
                    && !read.equals(first)) {
                named.add(read);
            }
        }
        return new ArrayList<>(named);
    }

    private static Cpe made(String supplier, String name) {
        Attribute any = new Attribute.Any();
        return new Cpe(Cpe.Part.ANY, word(supplier), word(name), any, any, any, any, any, any, any, any);
    }

    private static Attribute word(String words) {
        return Attribute.of(ProductName.fold(words));
    }

    private static Optional<String> version(Cpe cpe) {
        if (!(cpe.version() instanceof Attribute.Text(String version, int before, int after))
                || before != 0
                || after != 0) {
            return Optional.empty();
        }
        return Optional.of(
                cpe.update() instanceof Attribute.Text update && !update.wild()
                        ? version + "-" + update.value()
                        : version);
    }

    /// The identities of several components, the unknown ones left out.
    static List<Known> known(List<Component> components) {
        return components.stream()
                .map(Identity::of)
                .filter(Known.class::isInstance)
                .map(Known.class::cast)
                .toList();
    }
}
