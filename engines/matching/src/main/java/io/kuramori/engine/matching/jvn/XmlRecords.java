package io.kuramori.engine.matching.jvn;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryResult;
import java.io.InputStream;
import java.util.MissingResourceException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads an XML document record by record, without document types or outside entities. A record is bounded in elements,
/// depth and text.
final class XmlRecords {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 200_000;
    private static final int MAX_TEXT = 4 << 20;

    private final XMLStreamReader xml;
    private int elements;
    private int characters;

    private XmlRecords(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// @param root the local name the document must have
    /// @param record the local name of a record
    static void each(
            InputStream document,
            String root,
            String record,
            Function<Element, Advisory> reading,
            Consumer<AdvisoryResult> into) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(document);
            try {
                new XmlRecords(xml).all(root, record, reading, into);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            boolean placed = e.getLocation() != null;
            into.accept(new AdvisoryResult.Rejected(
                    "",
                    placed ? Math.max(1, e.getLocation().getLineNumber()) : 1,
                    placed ? Math.max(1, e.getLocation().getColumnNumber()) : 1,
                    "well-formed XML"));
        } catch (MissingResourceException e) {
            // The JDK's parser lacks the words for what is wrong in a document type.
            into.accept(new AdvisoryResult.Rejected("", 1, 1, "well-formed XML without a document type"));
        } catch (Element.Refused e) {
            into.accept(rejected(e));
        }
    }

    private void all(String root, String record, Function<Element, Advisory> reading, Consumer<AdvisoryResult> into)
            throws XMLStreamException {
        boolean begun = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw here("/", "").refused("a document without a document type");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (!begun && !name.equals(root)) {
                throw here(name, "/" + name).refused("a <" + root + "> document");
            }
            begun = true;
            if (name.equals(record)) {
                elements = 0;
                characters = 0;
                try {
                    into.accept(new AdvisoryResult.Accepted(reading.apply(element("/" + root, 0))));
                } catch (Element.Refused e) {
                    into.accept(rejected(e));
                }
            }
        }
    }

    private Element here(String name, String path) {
        return new Element(
                name,
                path,
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(1, xml.getLocation().getColumnNumber()));
    }

    /// Reads the element the reader stands on, to its end. Beyond a bound it is read on, kept nowhere, and refused at
    /// its end, so that the next record is found.
    private Element element(String above, int depth) throws XMLStreamException {
        String path = above + "/" + xml.getLocalName();
        Element element = here(xml.getLocalName(), path);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attributes().put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        String broken = depth > MAX_DEPTH ? "at most " + MAX_DEPTH + " levels" : null;
        if (broken != null) {
            pass();
            throw element.refused(broken);
        }
        Element.@Nullable Refused refused = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++elements > MAX_ELEMENTS) {
                    refused = element.refused("a record of at most " + MAX_ELEMENTS + " elements");
                    pass();
                    continue;
                }
                try {
                    element.children().add(element(path, depth + 1));
                } catch (Element.Refused e) {
                    refused = e;
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                characters += xml.getTextLength();
                if (characters > MAX_TEXT) {
                    refused = element.refused("a record of at most " + MAX_TEXT + " characters");
                } else {
                    element.content().append(xml.getText());
                }
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                refused = element.refused("no entities but those of XML itself");
            }
        }
        if (refused != null) {
            throw refused;
        }
        return element;
    }

    /// Passes over the element the reader stands on.
    private void pass() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static AdvisoryResult rejected(Element.Refused refused) {
        Element at = refused.element();
        return new AdvisoryResult.Rejected(at.path(), at.line(), at.column(), refused.expected());
    }
}
