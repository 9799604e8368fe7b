package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.segment.Hash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component made ready for the [Sieve].
///
/// @param packageName where advisories about its package stand, null when it has none
/// @param place its version in the package's order, null when it has none there
/// @param productName where advisories about its product stand, null when it has none
/// @param vendor hash of the folded vendor, 0 when it is open
/// @param fingerprint of the version of its CPE name, null when it is open
record Probe(
        Identity.Known known,
        @Nullable String packageName,
        @Nullable Place place,
        @Nullable String productName,
        long vendor,
        @Nullable Long fingerprint) {

    static Probe of(Identity.Known known) {
        PackageKey key = known.key();
        Cpe cpe = known.cpe();
        String product = known.product();
        Place place = key == null || known.version().isEmpty()
                ? null
                : Ecosystem.ofType(key.type())
                        .map(ecosystem ->
                                Place.of(ecosystem.order(), known.version().get()))
                        .orElse(null);
        return new Probe(
                known,
                key == null ? null : SieveWriter.name(key),
                place,
                product == null ? null : SieveWriter.name(product),
                cpe != null && cpe.vendor() instanceof Attribute.Text text && !text.wild()
                        ? Hash.of(ProductName.fold(text.value()))
                        : 0,
                cpe == null ? null : fingerprint(known, cpe));
    }

    private static @Nullable Long fingerprint(Identity.Known known, Cpe cpe) {
        String told = known.component().version();
        Attribute own = cpe.version() instanceof Attribute.Any && told != null ? Attribute.of(told) : cpe.version();
        return own instanceof Attribute.Text text && !text.wild() ? LooseVersion.fingerprint(text.value()) : null;
    }

    String release() {
        PackageKey key = known.key();
        return key == null ? "" : key.release();
    }

    Optional<String> cpeVersion() {
        return known.cpeVersion();
    }
}
