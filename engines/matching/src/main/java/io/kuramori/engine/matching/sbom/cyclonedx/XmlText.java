package io.kuramori.engine.matching.sbom.cyclonedx;

import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.XmlDocument;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Place;
import org.jspecify.annotations.Nullable;

/// Texts of an XML bill of materials, bounded.
final class XmlText {

    private XmlText() {}

    /// The text of the element that stands here, without space around it; it may be empty.
    static String of(XmlDocument xml) {
        Place place = place(xml);
        return bounded(place, xml.text());
    }

    static String bounded(Place place, String text) {
        if (text.length() > Gathering.MAX_TEXT) {
            throw place.refused(Kind.TOO_LARGE, "at most " + Gathering.MAX_TEXT + " characters", text);
        }
        return text;
    }

    /// The text of the last child of one name; null when there is none or it is blank.
    static @Nullable String member(XmlDocument xml, String wanted) {
        @Nullable String[] found = new @Nullable String[1];
        xml.children(name -> {
            if (name.equals(wanted)) {
                String text = of(xml);
                found[0] = text.isEmpty() ? null : text;
            }
        });
        return found[0];
    }

    static Place place(XmlDocument xml) {
        return new Place(xml.pointer(), xml.line(), xml.column());
    }
}
