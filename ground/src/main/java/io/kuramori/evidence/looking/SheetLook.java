package io.kuramori.evidence.looking;

import io.kuramori.evidence.numbers.Found;
import io.kuramori.evidence.numbers.NumberFinder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A workbook (xlsx): every cell of every sheet, hidden ones too, with comments and text boxes. Of the shared strings
/// only those with a number in them are remembered, so memory does not grow with the book.
final class SheetLook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Parts book;
    private final Finds finds = new Finds();
    private final Map<Integer, List<Found>> shared = new HashMap<>();

    private SheetLook(Parts book) {
        this.book = book;
    }

    static Look.Read look(Parts book) throws Unreadable {
        return new SheetLook(book).look();
    }

    private Look.Read look() throws Unreadable {
        var strings = "xl/sharedStrings.xml";
        book.read(
                strings,
                xml -> Paragraphs.read(xml, strings, "si", (text, number) -> {
                    var found = NumberFinder.in(text);
                    if (!found.isEmpty() && shared.size() < Bounds.HITS) {
                        shared.put(number - 1, found);
                    }
                }));
        var names = names();
        for (var part : book.parts("xl/worksheets/")) {
            var name = names.getOrDefault(part, part);
            book.read(part, xml -> cells(xml, name, part));
        }
        for (var part : book.parts("xl/comments")) {
            book.read(part, xml -> Paragraphs.read(xml, part, "comment", (text, number) -> beside(text, part)));
        }
        for (var part : book.parts("xl/threadedComments/")) {
            book.read(part, xml -> threads(xml, part));
        }
        for (var part : book.parts("xl/drawings/")) {
            book.read(part, xml -> Paragraphs.read(xml, part, "p", (text, number) -> beside(text, part)));
        }
        return finds.read();
    }

    private void beside(StringBuilder text, String part) {
        finds.in(text, () -> Said.of("evidence.place.part", part));
    }

    private void threads(XMLStreamReader xml, String part) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.CHARACTERS) {
                finds.in(xml.getText(), () -> Said.of("evidence.place.part", part));
            }
        }
    }

    /// Names of the sheets by the part that holds them.
    private Map<String, String> names() throws Unreadable {
        var byRelation = new LinkedHashMap<String, String>();
        book.read("xl/workbook.xml", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    byRelation.put(
                            Objects.requireNonNullElse(xml.getAttributeValue(RELATIONS, "id"), ""),
                            Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), ""));
                }
            }
        });
        var names = new HashMap<String, String>();
        book.read("xl/_rels/workbook.xml.rels", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    var name = byRelation.get(Objects.requireNonNullElse(xml.getAttributeValue(null, "Id"), ""));
                    var target = xml.getAttributeValue(null, "Target");
                    if (name != null && target != null) {
                        names.put(target.startsWith("/") ? target.substring(1) : "xl/" + target, name);
                    }
                }
            }
        });
        return names;
    }

    private void cells(XMLStreamReader xml, String sheet, String part) throws XMLStreamException, Unreadable {
        var value = new StringBuilder();
        String place = "";
        String type = "";
        boolean inside = false;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = xml.getLocalName();
                    if (name.equals("c")) {
                        place = Objects.requireNonNullElse(xml.getAttributeValue(null, "r"), "");
                        type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
                        value.setLength(0);
                    }
                    inside = name.equals("v") || name.equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    inside = false;
                    if (xml.getLocalName().equals("c") && value.length() > 0) {
                        cell(type, value, sheet, place);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inside) {
                        value.append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw new Unreadable("evidence.look.part", part);
                default -> {}
            }
            if (value.length() > Bounds.CELL) {
                throw new Unreadable("evidence.look.huge-cell", sheet, place, Bounds.CELL);
            }
            if (depth > Bounds.DEPTH) {
                throw new Unreadable("evidence.look.bomb", part);
            }
        }
    }

    private void cell(String type, StringBuilder value, String sheet, String place) {
        switch (type) {
            case "s" ->
                finds.add(
                        shared.getOrDefault(index(value), List.of()),
                        () -> Said.of("evidence.place.cell", sheet, place));
            case "n" -> finds.in(plain(value), () -> Said.of("evidence.place.cell", sheet, place));
            default -> finds.in(value, () -> Said.of("evidence.place.cell", sheet, place));
        }
    }

    private static int index(StringBuilder value) {
        try {
            return Integer.parseInt(value, 0, value.length(), 10);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /// `1.23456789018E11` as its digits.
    private static String plain(StringBuilder value) {
        var text = value.toString();
        if (text.length() > 40 || !text.matches("[0-9.]+[Ee][+]?[0-9]{1,2}|[0-9]+[.]0+")) {
            return text;
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
