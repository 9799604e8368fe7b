package io.kuramori.engine.matching.sbom.cyclonedx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.document.XmlDocument;
import io.kuramori.engine.matching.sbom.Edge;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.Tool;
import org.jspecify.annotations.Nullable;

/// Reads a CycloneDX XML document. The version of the specification is that of its namespace.
public final class CycloneDxXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    private final XmlDocument xml;
    private final Gathering gathering;
    private final XmlComponents components;

    private CycloneDxXml(XmlDocument xml, Gathering gathering) {
        this.xml = xml;
        this.gathering = gathering;
        components = new XmlComponents(xml, gathering);
    }

    /// True when the root element that stands here is of this format, in whatever version.
    public static boolean isRoot(XmlDocument xml) {
        return xml.name().equals("bom") && xml.namespace().startsWith(NAMESPACE);
    }

    /// @throws Refused when it is of a version that is not read
    public static Sbom read(XmlDocument xml, Gathering gathering) {
        String version = xml.namespace().substring(NAMESPACE.length());
        if (!Versions.known(version)) {
            throw xml.refused(Kind.VERSION, Versions.EXPECTED, version);
        }
        xml.attribute("serialNumber").ifPresent(gathering::serial);
        xml.attribute("version").ifPresent(gathering::version);
        CycloneDxXml reader = new CycloneDxXml(xml, gathering);
        xml.children(reader::field);
        return gathering.sbom(Format.CYCLONEDX_XML, version);
    }

    private void field(String name) {
        switch (name) {
            case "metadata" -> xml.attempt(() -> xml.children(this::metadata), gathering::remark);
            case "components" -> xml.attempt(components::list, gathering::problem);
            case "dependencies" -> xml.children(child -> xml.attempt(this::dependency, gathering::remark));
            default -> {
                // Passed over.
            }
        }
    }

    private void metadata(String name) {
        switch (name) {
            case "timestamp" -> xml.attempt(this::timestamp, gathering::remark);
            case "component" -> xml.attempt(() -> gathering.subject(components.draft()), gathering::remark);
            case "tools" -> xml.attempt(() -> xml.children(this::tools), gathering::remark);
            default -> {
                // Passed over.
            }
        }
    }

    private void timestamp() {
        Place place = XmlText.place(xml);
        String text = XmlText.of(xml);
        gathering.made(
                JsonDocument.time(text).orElseThrow(() -> place.refused(Kind.VALUE, "a time as in RFC 3339", text)));
    }

    /// A list of tools up to 1.4, components and services since.
    private void tools(String name) {
        switch (name) {
            case "tool" -> xml.attempt(this::tool, gathering::remark);
            case "components", "services" -> xml.children(child -> xml.attempt(this::tool, gathering::remark));
            default -> {
                // Passed over.
            }
        }
    }

    private void tool() {
        Place place = XmlText.place(xml);
        @Nullable String[] found = new @Nullable String[3];
        xml.children(name -> {
            switch (name) {
                case "vendor", "group", "publisher" -> found[0] = found[0] == null ? XmlText.of(xml) : found[0];
                case "supplier", "manufacturer", "provider" -> {
                    String named = XmlText.member(xml, "name");
                    found[0] = found[0] == null ? named : found[0];
                }
                case "name" -> found[1] = XmlText.of(xml);
                case "version" -> found[2] = XmlText.of(xml);
                default -> {
                    // Passed over.
                }
            }
        });
        if (found[1] != null) {
            gathering.tool(new Tool(found[0], found[1], found[2]), place);
        }
    }

    private void dependency() {
        Place place = XmlText.place(xml);
        String from = ref(place);
        xml.children(name -> {
            Edge.Kind kind = switch (name) {
                case "dependency" -> Edge.Kind.DEPENDS_ON;
                case "provides" -> Edge.Kind.PROVIDES;
                default -> null;
            };
            if (kind != null) {
                xml.attempt(
                        () -> {
                            Place inner = XmlText.place(xml);
                            gathering.edge(new Edge(from, ref(inner), kind), inner);
                        },
                        gathering::remark);
            }
        });
    }

    private String ref(Place place) {
        return xml.attribute("ref").orElseThrow(() -> place.refused(Kind.MISSING, "an attribute \"ref\"", ""));
    }
}
