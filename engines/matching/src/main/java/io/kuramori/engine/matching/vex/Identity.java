package io.kuramori.engine.matching.vex;

import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Cpe;
import java.util.Optional;

/// What a bill of materials says of one component, or of its own subject, for finding statements about it.
///
/// @param serial of the bill itself, with or without `urn:uuid:`
/// @param version the component's own; a version in the purl stands above it
public record Identity(
        Optional<Purl> purl,
        Optional<String> cpe,
        Optional<String> bomRef,
        Optional<String> serial,
        String name,
        Optional<String> version) {

    public Identity {
        serial = serial.map(Product::serial);
    }

    /// A component known by its purl alone.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Identity ofPurl(String text) {
        if (Purl.parse(text) instanceof Purl.Read(Purl purl)) {
            return new Identity(
                    Optional.of(purl), Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty());
        }
        throw new IllegalArgumentException("not a package URL: " + text);
    }

    /// How well a product fits.
    enum Fit {
        NONE,
        /// By words alone.
        NAME,
        SURE
    }

    Fit fit(Product product) {
        return switch (product) {
            case Product.ByPurl(String ignored, Purl wanted) ->
                sure(purl.filter(own -> covers(wanted, own)).isPresent());
            case Product.ByCpe(String wanted) ->
                sure(Product.cpe(wanted)
                        .filter(stated -> cpe.flatMap(Product::cpe)
                                .filter(own -> covers(stated, own))
                                .isPresent())
                        .isPresent());
            case Product.ByBomRef(String wanted, String ignored, String ref, Optional<String> release) ->
                sure(serial.filter(wanted::equals).isPresent()
                        && (ref.isEmpty() || bomRef.filter(ref::equals).isPresent())
                        && (release.isEmpty() || release.equals(ownVersion())));
            case Product.ByName(String wanted) -> named(wanted) ? Fit.NAME : Fit.NONE;
        };
    }

    private Optional<String> ownVersion() {
        return purl.flatMap(own -> Optional.ofNullable(own.version())).or(() -> version);
    }

    private boolean covers(Purl wanted, Purl own) {
        return wanted.key().anyRelease().equals(own.key().anyRelease())
                && (wanted.version() == null
                        || ownVersion().filter(wanted.version()::equals).isPresent())
                && own.qualifiers().entrySet().containsAll(wanted.qualifiers().entrySet());
    }

    /// Whether all that the component may be is among what the statement names (NIST IR 7696): each attribute the same,
    /// or wider in the statement.
    private static boolean covers(Cpe stated, Cpe own) {
        return switch (stated.to(own)) {
            case EQUAL, SUPERSET -> true;
            case SUBSET, DISJOINT, UNDEFINED -> false;
        };
    }

    private boolean named(String wanted) {
        return !name.isBlank()
                && (wanted.equalsIgnoreCase(name)
                        || ownVersion()
                                .filter(own -> wanted.equalsIgnoreCase(name + " " + own))
                                .isPresent());
    }

    private static Fit sure(boolean fits) {
        return fits ? Fit.SURE : Fit.NONE;
    }
}
