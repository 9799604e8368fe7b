package io.kuramori.evidence.looking;

import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Text of a part, one block at a time: the `t` elements of each `p` of a document, of each `si` of a table of strings.
final class Paragraphs {

    private Paragraphs() {}

    /// @param block local name of the element whose text stands together
    /// @param found text of a block and its number, from 1, in the order in which blocks begin
    static void read(XMLStreamReader xml, String part, String block, BiConsumer<StringBuilder, Integer> found)
            throws XMLStreamException, Unreadable {
        var open = new ArrayDeque<Block>();
        int count = 0;
        int depth = 0;
        boolean text = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = xml.getLocalName();
                    if (name.equals(block)) {
                        open.push(new Block(new StringBuilder(), ++count));
                    }
                    // A phonetic reading is beside the text, not within it.
                    text = name.equals("t");
                    if (!open.isEmpty() && (name.equals("tab") || name.equals("br") || name.equals("rPh"))) {
                        open.element().text().append('\n');
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    text = false;
                    if (xml.getLocalName().equals(block) && !open.isEmpty()) {
                        var done = open.pop();
                        found.accept(done.text(), done.number());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text && !open.isEmpty()) {
                        append(open.element(), xml.getText(), part);
                    }
                }
                case XMLStreamConstants.DTD -> throw new Unreadable("evidence.look.part", part);
                default -> {}
            }
            if (depth > Bounds.DEPTH) {
                throw new Unreadable("evidence.look.bomb", part);
            }
        }
    }

    private static void append(Block block, String text, String part) throws Unreadable {
        block.text().append(text);
        if (block.text().length() > Bounds.CELL) {
            throw new Unreadable("evidence.look.huge", part, block.number(), Bounds.CELL);
        }
    }

    private record Block(StringBuilder text, int number) {}
}
