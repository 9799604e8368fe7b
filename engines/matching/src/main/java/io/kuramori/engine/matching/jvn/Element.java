package io.kuramori.engine.matching.jvn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An XML element with its place, by local names.
///
/// @param path such as `/VULDEF-Document/Vulinfo/VulinfoID`
record Element(
        String name,
        String path,
        int line,
        int column,
        Map<String, String> attributes,
        List<Element> children,
        StringBuilder content) {

    Element(String name, String path, int line, int column) {
        this(name, path, line, column, new LinkedHashMap<>(), new ArrayList<>(0), new StringBuilder(0));
    }

    String text() {
        return content.toString().strip();
    }

    List<Element> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    Optional<Element> first(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    /// The text of a child; empty when there is none or it says nothing.
    Optional<String> text(String child) {
        return first(child).map(Element::text).filter(text -> !text.isEmpty());
    }

    String needText(String child) {
        return text(child).orElseThrow(() -> refused("a <" + child + "> with text"));
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Refused refused(String expected) {
        return new Refused(this, expected);
    }

    /// An element in a wrong shape; caught where its record ends.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Element element;
        private final String expected;

        Refused(Element element, String expected) {
            super(expected, null, false, false);
            this.element = element;
            this.expected = expected;
        }

        Element element() {
            return element;
        }

        String expected() {
            return expected;
        }
    }
}
