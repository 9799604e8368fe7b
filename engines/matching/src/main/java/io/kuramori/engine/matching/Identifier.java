package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;

/// A name by which an advisory knows what it speaks of, and under which a component met it.
public sealed interface Identifier {

    /// The name as a sentence shows it.
    String name();

    /// A package of an ecosystem.
    record OfPackage(PackageKey key) implements Identifier {
        @Override
        public String name() {
            return key.name();
        }
    }

    /// A CPE name. Where it names a product whose versions stand elsewhere, its version and update take no part.
    record OfCpe(Cpe cpe) implements Identifier {
        @Override
        public String name() {
            String product = cpe.product() instanceof Attribute.Text text ? text.value() : "*";
            return cpe.vendor() instanceof Attribute.Text text ? text.value() + " " + product : product;
        }
    }

    /// A vendor and a product in the source's own words, compared without regard to case, width and punctuation.
    record OfName(String vendor, String product) implements Identifier {
        @Override
        public String name() {
            return vendor.isBlank() ? product : vendor + " " + product;
        }
    }
}
