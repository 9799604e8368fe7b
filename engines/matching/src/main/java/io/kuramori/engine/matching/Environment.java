package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.cpe.Cpe.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is installed together, such as the bill of materials of one release; configurations of an advisory are
/// evaluated over it.
///
/// What an environment does not list is unknown, not absent, unless its part is *complete*: a list that names an
/// operating system names all of them, and likewise hardware; a list of applications seldom names all.
public final class Environment {

    private final List<Component> components;
    private final List<Identity.Known> known;
    /// Each component under each of its names.
    private final List<Identity.Known> faces;
    private final Map<String, List<Identity.Known>> byProduct;
    private final Set<Part> complete;

    private Environment(List<Component> components, List<Identity.Known> known, Set<Part> complete) {
        this.components = List.copyOf(components);
        this.known = List.copyOf(known);
        this.faces = faces(this.known);
        this.byProduct = byProduct(faces);
        this.complete = complete;
    }

    private static List<Identity.Known> faces(List<Identity.Known> known) {
        List<Identity.Known> faces = new ArrayList<>(known.size());
        for (Identity.Known one : known) {
            faces.add(one);
            faces.addAll(one.others());
        }
        return List.copyOf(faces);
    }

    private static Map<String, List<Identity.Known>> byProduct(List<Identity.Known> faces) {
        Map<String, List<Identity.Known>> byProduct = new HashMap<>();
        for (Identity.Known face : faces) {
            String product = face.product();
            if (product != null) {
                byProduct.computeIfAbsent(product, p -> new ArrayList<>(1)).add(face);
            }
        }
        return byProduct;
    }

    public static Environment of(Collection<Component> components) {
        List<Component> listed = List.copyOf(components);
        List<Identity.Known> known = Identity.known(listed);
        EnumSet<Part> complete = EnumSet.noneOf(Part.class);
        known.stream().flatMap(Identity.Known::faces).forEach(one -> {
            Cpe cpe = one.cpe();
            if (cpe != null && (cpe.part() == Part.OPERATING_SYSTEM || cpe.part() == Part.HARDWARE)) {
                complete.add(cpe.part());
            }
        });
        return new Environment(listed, known, complete);
    }

    /// An environment whose applications are all listed, too: what is not there is absent.
    public static Environment complete(Collection<Component> components) {
        List<Component> listed = List.copyOf(components);
        return new Environment(listed, Identity.known(listed), EnumSet.allOf(Part.class));
    }

    /// One component of which nothing else is known.
    static Environment alone(Identity.Known one) {
        return new Environment(List.of(one.component()), List.of(one), Set.of());
    }

    public List<Component> components() {
        return components;
    }

    List<Identity.Known> known() {
        return known;
    }

    /// Those that may be a product.
    ///
    /// @param product folded; null for any
    List<Identity.Known> of(@Nullable String product) {
        return product == null ? faces : byProduct.getOrDefault(product, List.of());
    }

    boolean complete(Part part) {
        return complete.contains(part);
    }
}
