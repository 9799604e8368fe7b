package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.segment.In;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component made ready for the [Sieve]. For many threads.
final class Probe {

    private final Identity.Known known;
    private final @Nullable String packageName;
    private final @Nullable Place place;
    private final @Nullable String productName;
    private final Written vendor;
    private final Written product;
    private final @Nullable Named named;
    private final List<Probe> others;
    /// The version as the schemes asked for so far read it. Two threads at once may each forget the other's.
    private List<Reading<?>> readings = List.of();

    /// A word of a CPE name.
    ///
    /// @param written as it stands in the name, null when that leaves it open
    /// @param folded as names are compared
    /// @param asFolded whether it is written so
    // Never compared as records.
    @SuppressWarnings("ArrayRecordComponent")
    private record Written(byte @Nullable [] written, byte @Nullable [] folded, boolean asFolded) {

        static final Written OPEN = new Written(null, null, false);

        static Written of(@Nullable Attribute attribute) {
            if (!(attribute instanceof Attribute.Text text) || text.wild()) {
                return OPEN;
            }
            String folded = ProductName.fold(text.value());
            return new Written(utf8(text.value()), utf8(folded), folded.equals(text.value()));
        }

        boolean is(In next) {
            if (written == null) {
                next.skip();
                return false;
            }
            return next.compareNext(written) == 0;
        }
    }

    /// The version that a CPE name gives, or else the component.
    @SuppressWarnings("ArrayRecordComponent")
    record Named(byte[] text, long fingerprint) {}

    /// The version on a scale.
    record Reading<K extends Comparable<K>>(String scheme, Scale<K> scale, Scale.Point<K> version) {

        static <K extends Comparable<K>> Reading<K> of(String scheme, Scale<K> scale, String version) {
            return new Reading<>(scheme, scale, scale.read(version));
        }

        Truth within(Bounds bounds) {
            return scale.stretch(bounds).holds(version);
        }
    }

    private Probe(Identity.Known known) {
        this.known = known;
        PackageKey key = known.key();
        packageName = key == null ? null : SieveWriter.name(key);
        place = key == null || known.version().isEmpty()
                ? null
                : Ecosystem.ofType(key.type())
                        .map(ecosystem ->
                                Place.of(ecosystem.order(), known.version().get()))
                        .orElse(null);
        String folded = known.product();
        productName = folded == null ? null : SieveWriter.name(folded);
        Cpe cpe = known.cpe();
        vendor = Written.of(cpe == null ? null : cpe.vendor());
        product = Written.of(cpe == null ? null : cpe.product());
        named = cpe == null ? null : named(known, cpe);
        others = known.others().isEmpty()
                ? List.of()
                : known.others().stream().map(Probe::of).toList();
    }

    static Probe of(Identity.Known known) {
        return new Probe(known);
    }

    private static @Nullable Named named(Identity.Known known, Cpe cpe) {
        String told = known.component().version();
        Attribute own = cpe.version() instanceof Attribute.Any && told != null ? Attribute.of(told) : cpe.version();
        return own instanceof Attribute.Text text && !text.wild()
                ? new Named(utf8(text.value()), LooseVersion.fingerprint(text.value()))
                : null;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Identity.Known known() {
        return known;
    }

    /// Where advisories about its package stand, null when it has none.
    @Nullable
    String packageName() {
        return packageName;
    }

    /// Its version in the package's order, null when it has none there.
    @Nullable
    Place place() {
        return place;
    }

    /// Where advisories about its product stand, null when it has none.
    @Nullable
    String productName() {
        return productName;
    }

    /// The folded vendor, null when it is open.
    byte @Nullable [] vendor() {
        return vendor.folded;
    }

    boolean vendorAsFolded() {
        return vendor.asFolded;
    }

    /// Whether the vendor is written as the text that follows; goes past it.
    boolean vendorIs(In next) {
        return vendor.is(next);
    }

    boolean productAsFolded() {
        return product.asFolded;
    }

    boolean productIs(In next) {
        return product.is(next);
    }

    /// Whether its CPE name may be of a part, as [CpeCodec] numbers them.
    boolean part(int number) {
        Cpe cpe = known.cpe();
        return cpe != null && (cpe.part() == Cpe.Part.ANY || CpeCodec.number(cpe.part()) == number);
    }

    /// The version of its CPE name, null when that is open.
    @Nullable
    Named named() {
        return named;
    }

    /// The same component under its other CPE names.
    List<Probe> others() {
        return others;
    }

    String release() {
        PackageKey key = known.key();
        return key == null ? "" : key.release();
    }

    Optional<String> cpeVersion() {
        return known.cpeVersion();
    }

    /// The version as a scheme reads it, null when the component has none.
    @Nullable
    Reading<?> read(String scheme) {
        for (Reading<?> reading : readings) {
            if (reading.scheme.equals(scheme)) {
                return reading;
            }
        }
        if (known.cpeVersion().isEmpty()) {
            return null;
        }
        Reading<?> reading =
                Reading.of(scheme, Scale.named(scheme), known.cpeVersion().get());
        List<Reading<?>> more = new ArrayList<>(readings);
        more.add(reading);
        readings = List.copyOf(more);
        return reading;
    }
}
