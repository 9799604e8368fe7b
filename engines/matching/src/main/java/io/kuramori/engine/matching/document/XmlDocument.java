package io.kuramori.engine.matching.document;

import io.kuramori.engine.matching.document.Problem.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XML document on its way through a reader, element by element, without document types or outside entities. What is
/// wrong is [Refused] with its place; elements nobody asks for are passed over unread. For one thread.
public final class XmlDocument {

    /// Deepest nesting of elements.
    public static final int MAX_DEPTH = 150;

    /// Most elements of one document.
    public static final int MAX_ELEMENTS = 5_000_000;

    /// Longest text of one element, in characters.
    public static final int MAX_TEXT = 5_000_000;

    /// Reads the element that stands there.
    public interface Child {
        void read(String name);
    }

    /// Reads a document into a value, beginning at its root element.
    public interface Reader<T> {
        T read(XmlDocument xml);
    }

    /// An element that is open.
    private record Open(String name, String namespace, int number, Map<String, Integer> children) {}

    /// Carries what the parser throws through a reader.
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient XMLStreamException exception;

        Broken(XMLStreamException exception) {
            super(exception);
            this.exception = exception;
        }
    }

    private final XMLStreamReader xml;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// Gives a parser on the document.
    private interface Source {
        XMLStreamReader open(XMLInputFactory factory) throws XMLStreamException;
    }

    /// Reads a whole document in the encoding it declares; the stream stays open.
    ///
    /// @throws IOException when the stream itself fails
    public static <T> Reading<T> read(InputStream bytes, Problems problems, Reader<T> reader) throws IOException {
        return read(factory -> factory.createXMLStreamReader(bytes), problems, reader);
    }

    /// Reads a whole document of which the encoding is known, whatever it declares; the stream stays open.
    ///
    /// @param characters without a byte order mark
    /// @throws IOException when the stream itself fails
    public static <T> Reading<T> read(java.io.Reader characters, Problems problems, Reader<T> reader)
            throws IOException {
        return read(factory -> factory.createXMLStreamReader(characters), problems, reader);
    }

    private static <T> Reading<T> read(Source source, Problems problems, Reader<T> reader) throws IOException {
        try {
            XMLStreamReader xml = source.open(factory());
            try {
                XmlDocument document = new XmlDocument(xml);
                while (document.next() != XMLStreamConstants.START_ELEMENT) {
                    // Before the root there are comments and instructions.
                }
                T value = reader.read(document);
                while (xml.hasNext()) {
                    document.next();
                }
                return new Reading.Accepted<>(value, problems.list());
            } finally {
                xml.close();
            }
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        } catch (Broken e) {
            return new Reading.Rejected<>(syntax(e.exception));
        } catch (XMLStreamException e) {
            return new Reading.Rejected<>(syntax(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Ours is told better, and is the same on every JDK.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    /// The parser's words come in the language of the machine, after a place that is told already.
    private static Problem syntax(XMLStreamException e) throws IOException {
        boolean encoding = e.getNestedException() instanceof CharConversionException
                || e.getNestedException() instanceof CharacterCodingException;
        if (e.getNestedException() instanceof IOException io && !encoding) {
            throw io;
        }
        String message = String.valueOf(e.getMessage());
        String found = message.substring(message.indexOf('\n') + 1).replaceFirst("^[^:]{1,20}: ", "");
        boolean placed = e.getLocation() != null;
        return new Problem(
                Kind.SYNTAX,
                "",
                placed ? Math.max(1, e.getLocation().getLineNumber()) : 1,
                placed ? Math.max(1, e.getLocation().getColumnNumber()) : 1,
                encoding ? "XML in the encoding it declares, else UTF-8" : "well-formed XML",
                found);
    }

    /// The namespace of the element that stands here; empty without one.
    public String namespace() {
        return open.element().namespace;
    }

    /// The local name of the element that stands here.
    public String name() {
        return open.element().name;
    }

    /// An attribute of the element that stands here, before anything in it is read; without space around it, and empty
    /// for a blank one.
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i).strip()).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    /// Each child of the element that stands here, in order; those of other namespaces are passed over.
    public void children(Child child) {
        int inside = open.size();
        String own = namespace();
        while (next() != XMLStreamConstants.END_ELEMENT || open.size() >= inside) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (own.equals(namespace())) {
                    child.read(name());
                }
                close(inside + 1);
            }
        }
    }

    /// Reads the element that stands here. When it is [Refused], that is told and the rest of the element passed over;
    /// but where a bound of the whole document is passed, the document ends.
    public void attempt(Runnable element, Consumer<Refused> refused) {
        int inside = open.size();
        try {
            element.run();
        } catch (Refused e) {
            if (e.endsDocument()) {
                throw e;
            }
            refused.accept(e);
        }
        close(inside);
    }

    /// The text of the element that stands here, without space around it.
    public String text() {
        int inside = open.size();
        StringBuilder text = new StringBuilder();
        while (next() != XMLStreamConstants.END_ELEMENT || open.size() >= inside) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> throw refused(Kind.TYPE, "text", "an element");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > MAX_TEXT) {
                        throw refused(Kind.TOO_LARGE, "at most " + MAX_TEXT + " characters", "");
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return text.toString().strip();
    }

    /// Where the reader stands: the names of the open elements with their numbers among those of the same name.
    public String pointer() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Open> outer = open.descendingIterator(); outer.hasNext(); ) {
            Open element = outer.next();
            boolean root = path.isEmpty();
            path.append('/').append(element.name);
            if (!root) {
                path.append('[').append(element.number).append(']');
            }
        }
        return path.toString();
    }

    public int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    public int column() {
        return Math.max(1, xml.getLocation().getColumnNumber());
    }

    public Refused refused(Kind kind, String expected, String found) {
        return new Refused(new Problem(kind, pointer(), line(), column(), expected, found));
    }

    /// Reads on until fewer elements are open.
    private void close(int inside) {
        while (open.size() >= inside) {
            next();
        }
    }

    private int next() {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> opened();
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD -> throw refused(Kind.FORMAT, "a document without a document type", "");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(
                            Kind.VALUE, "no entities but those of XML itself", String.valueOf(xml.getLocalName()));
                default -> {
                    // Text is read where it is asked for.
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw new Broken(e);
        } catch (MissingResourceException e) {
            // The JDK's parser lacks the words for what is wrong in a document type.
            throw refused(Kind.SYNTAX, "well-formed XML", "");
        }
    }

    private void opened() {
        String name = xml.getLocalName();
        Open parent = open.peek();
        int number = parent == null ? 1 : parent.children.merge(name, 1, Integer::sum);
        String namespace = xml.getNamespaceURI();
        open.push(new Open(name, namespace == null ? "" : namespace, number, new HashMap<>(2)));
        if (open.size() > MAX_DEPTH) {
            throw refused(Kind.TOO_DEEP, "at most " + MAX_DEPTH + " levels", "");
        }
        if (++elements > MAX_ELEMENTS) {
            throw refused(Kind.TOO_MANY, "at most " + MAX_ELEMENTS + " elements", "");
        }
    }
}
