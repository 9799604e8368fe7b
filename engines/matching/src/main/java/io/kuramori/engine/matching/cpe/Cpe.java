package io.kuramori.engine.matching.cpe;

import java.util.ArrayList;
import java.util.List;

/// A name: the eleven attributes of a well-formed name (NIST IR 7695 §5.2).
public record Cpe(
        Part part,
        Attribute vendor,
        Attribute product,
        Attribute version,
        Attribute update,
        Attribute edition,
        Attribute language,
        Attribute swEdition,
        Attribute targetSw,
        Attribute targetHw,
        Attribute other) {

    /// What a name names.
    public enum Part {
        APPLICATION,
        OPERATING_SYSTEM,
        HARDWARE,
        ANY,
        NA;

        Relation to(Part target) {
            if (this == target) {
                return Relation.EQUAL;
            }
            return this == ANY ? Relation.SUPERSET : target == ANY ? Relation.SUBSET : Relation.DISJOINT;
        }
    }

    /// What reading a binding gave.
    public sealed interface Result {}

    public record Read(Cpe cpe) implements Result {}

    /// @param text as given, cut to a bounded length
    public record Malformed(String text, String expected) implements Result {}

    /// Reads either binding: a formatted string `cpe:2.3:…` or a URI `cpe:/…`.
    public static Result parse(String text) {
        return Bindings.parse(text);
    }

    /// The attributes after the part, in the order of the formatted string.
    public List<Attribute> attributes() {
        return List.of(vendor, product, version, update, edition, language, swEdition, targetSw, targetHw, other);
    }

    static Cpe of(Part part, List<Attribute> values) {
        return new Cpe(
                part,
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                values.get(9));
    }

    /// The same name with version and update open.
    public Cpe ofAnyVersion() {
        Attribute any = new Attribute.Any();
        return new Cpe(part, vendor, product, any, any, edition, language, swEdition, targetSw, targetHw, other);
    }

    /// The relation of each attribute to the target's, the part first.
    public List<Relation> relations(Cpe target) {
        List<Relation> relations = new ArrayList<>(11);
        relations.add(part.to(target.part));
        List<Attribute> mine = attributes();
        List<Attribute> theirs = target.attributes();
        for (int i = 0; i < mine.size(); i++) {
            relations.add(mine.get(i).to(theirs.get(i)));
        }
        return relations;
    }

    /// The relation of the whole names (NIST IR 7696 table 6-4).
    public Relation to(Cpe target) {
        List<Relation> relations = relations(target);
        if (relations.contains(Relation.DISJOINT)) {
            return Relation.DISJOINT;
        }
        if (relations.contains(Relation.UNDEFINED)) {
            return Relation.UNDEFINED;
        }
        boolean subset = relations.contains(Relation.SUBSET);
        boolean superset = relations.contains(Relation.SUPERSET);
        if (subset && superset) {
            return Relation.UNDEFINED;
        }
        return subset ? Relation.SUBSET : superset ? Relation.SUPERSET : Relation.EQUAL;
    }

    /// Whether a thing of the target name may be one of this name: no attribute speaks against it. Where one name
    /// leaves
    /// the vendor open and the other the product, they have nothing in common to meet by.
    public boolean mayBe(Cpe target) {
        List<Relation> relations = relations(target);
        if (relations.contains(Relation.DISJOINT) || relations.contains(Relation.UNDEFINED)) {
            return false;
        }
        return !crossed(target);
    }

    /// Whether one name is wider in vendor and the other in product.
    public boolean crossed(Cpe target) {
        Relation vendors = vendor.to(target.vendor);
        Relation products = product.to(target.product);
        return (vendors == Relation.SUBSET && products == Relation.SUPERSET)
                || (vendors == Relation.SUPERSET && products == Relation.SUBSET);
    }

    /// The formatted string.
    @Override
    public String toString() {
        return Bindings.formatted(this);
    }

    /// The URI binding (`cpe:/…`, NIST IR 7695 §6.1).
    public String uri() {
        return Bindings.uri(this);
    }
}
