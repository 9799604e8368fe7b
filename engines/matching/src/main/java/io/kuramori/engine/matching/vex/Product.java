package io.kuramori.engine.matching.vex;

import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.purl.PackageUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a statement is about, as far as the document identifies it.
public sealed interface Product {

    /// @param text a package URL; without version it means any, its qualifiers are the least that must be there
    record ByPurl(String text, Purl purl) implements Product {}

    /// @param text a CPE name, 2.2 or 2.3, whose attributes may be *any*
    record ByCpe(String text) implements Product {}

    /// @param serial of the bill of materials, a UUID in lower case
    /// @param bomVersion of that bill; kept, not compared
    /// @param ref the component in it; empty for all of it
    /// @param release the one version that is meant, when the document names one
    record ByBomRef(String serial, String bomVersion, String ref, Optional<String> release) implements Product {}

    /// Known by words alone, which identify nothing for sure.
    record ByName(String name) implements Product {}

    Pattern BOM_LINK = Pattern.compile("urn:cdx:([0-9A-Fa-f-]{36})/([1-9][0-9]{0,9})(?:#(.*))?");

    /// The product an identifier stands for: a purl, a CPE name, a BOM-Link, else a name.
    ///
    /// @return empty for a blank text, and for one that begins like an identifier but is none
    static Optional<Product> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("pkg:")) {
            return Purl.parse(text) instanceof Purl.Read(Purl purl)
                    ? Optional.of(new ByPurl(text, purl))
                    : Optional.empty();
        }
        if (lower.startsWith("cpe:")) {
            return cpe(text).map(cpe -> new ByCpe(text));
        }
        if (lower.startsWith("urn:cdx:")) {
            Matcher link = BOM_LINK.matcher(text);
            return link.matches()
                    ? Optional.of(new ByBomRef(
                            serial(link.group(1)),
                            link.group(2),
                            link.group(3) == null ? "" : BomRefs.decoded(link.group(3)),
                            Optional.empty()))
                    : Optional.empty();
        }
        return text.isBlank() ? Optional.empty() : Optional.of(new ByName(text));
    }

    /// The CPE name, if it tells the part, the vendor and the product; one that leaves any of them open names too much.
    static Optional<Cpe> cpe(String text) {
        return Cpe.parse(text) instanceof Cpe.Read(Cpe cpe)
                        && cpe.part() != Cpe.Part.ANY
                        && cpe.part() != Cpe.Part.NA
                        && !(cpe.vendor() instanceof Attribute.Any)
                        && !(cpe.product() instanceof Attribute.Any)
                ? Optional.of(cpe)
                : Optional.empty();
    }

    /// A serial number in the one form that is compared.
    static String serial(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("urn:uuid:") ? lower.substring("urn:uuid:".length()) : lower;
    }

    /// The text that [#of] reads back to the same product, a bom-ref's release apart.
    default String identifier() {
        return switch (this) {
            case ByPurl(String text, Purl ignored) -> text;
            case ByCpe(String text) -> text;
            case ByBomRef(String serial, String version, String ref, Optional<String> ignored) ->
                "urn:cdx:" + serial + "/" + version + (ref.isEmpty() ? "" : "#" + BomRefs.encoded(ref));
            case ByName(String name) -> name;
        };
    }

    /// The product at one version.
    ///
    /// @return empty when that cannot be said of it, as for a CPE name or a purl of another version
    default Optional<Product> release(String version) {
        return switch (this) {
            case ByPurl(String text, Purl purl) ->
                purl.version() == null
                        ? purlAt(text, version)
                        : Optional.<Product>of(this).filter(same -> version.equals(purl.version()));
            case ByCpe ignored -> Optional.empty();
            case ByBomRef(String serial, String bomVersion, String ref, Optional<String> ignored) ->
                Optional.of(new ByBomRef(serial, bomVersion, ref, Optional.of(version)));
            case ByName(String name) -> Optional.of(new ByName(name + " " + version));
        };
    }

    private static Optional<Product> purlAt(String text, String version) {
        return PackageUrl.parse(text, PackageUrl.Rigour.FORGIVING) instanceof PackageUrl.Read(PackageUrl url)
                ? of(new PackageUrl(url.type(), url.namespace(), url.name(), version, url.qualifiers(), url.subpath())
                        .toString())
                : Optional.empty();
    }
}
