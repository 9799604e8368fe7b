package io.kuramori.exchange.grid;

import io.kuramori.exchange.grid.XlsxParts.Range;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One pass over one XML part of a workbook.
///
/// @param merges merged ranges, in a worksheet
/// @param sheetRelations relation ids of the worksheets in their order, in the workbook part
/// @param targets target by relation id, in a relations part
/// @param epoch1904 whether the workbook counts days from 1904
record PartScan(List<Range> merges, List<String> sheetRelations, Map<String, String> targets, boolean epoch1904) {

    private static final int DEPTH = 200;
    private static final int ARRAYS = 1_000;
    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// Something no spreadsheet program writes: a DTD, a cell outside the grid, boundless nesting.
    static final class Dangerous extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static PartScan scan(InputStream in) throws XMLStreamException, Dangerous {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        var reader = factory.createXMLStreamReader(in);
        try {
            return scan(reader);
        } finally {
            reader.close();
        }
    }

    private static PartScan scan(XMLStreamReader reader) throws XMLStreamException, Dangerous {
        var merges = new ArrayList<Range>();
        var sheets = new ArrayList<String>();
        var targets = new HashMap<String, String>();
        boolean epoch1904 = false;
        int arrays = 0;
        int depth = 0;

        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE || depth > DEPTH) {
                throw new Dangerous();
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            depth++;
            switch (reader.getLocalName()) {
                case "c" -> refuseOutside(reader.getAttributeValue(null, "r"));
                case "f" -> arrays += reader.getAttributeValue(null, "ref") == null ? 0 : 1;
                case "mergeCell" -> merges.add(range(reader.getAttributeValue(null, "ref")));
                case "sheet" -> sheets.add(orEmpty(reader.getAttributeValue(RELATIONS, "id")));
                case "Relationship" ->
                    targets.put(
                            orEmpty(reader.getAttributeValue(null, "Id")),
                            orEmpty(reader.getAttributeValue(null, "Target")));
                case "workbookPr" -> {
                    var flag = orEmpty(reader.getAttributeValue(null, "date1904"));
                    epoch1904 = flag.equals("1") || flag.equals("true");
                }
                default -> {}
            }
            if (arrays > ARRAYS || merges.size() > Limits.MERGES) {
                throw new Dangerous();
            }
        }
        return new PartScan(merges, sheets, targets, epoch1904);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void refuseOutside(@Nullable String address) throws Dangerous {
        if (address != null) {
            point(address);
        }
    }

    private static Range range(@Nullable String text) throws Dangerous {
        var ends = orEmpty(text).split(":", 3);
        var first = point(ends[0]);
        var last = point(ends[ends.length - 1]);
        return new Range(first.row(), first.column(), last.row(), last.column());
    }

    private static Point point(String address) throws Dangerous {
        int column = 0;
        int row = 0;
        for (int i = 0; i < address.length() && i < 12; i++) {
            char c = address.charAt(i);
            if (c >= 'A' && c <= 'Z' && row == 0) {
                column = column * 26 + c - 'A' + 1;
            } else if (c >= '0' && c <= '9') {
                row = row * 10 + c - '0';
            } else {
                throw new Dangerous();
            }
            if (column > LAST_COLUMN || row > LAST_ROW) {
                throw new Dangerous();
            }
        }
        if (column == 0 || row == 0) {
            throw new Dangerous();
        }
        return new Point(row, column - 1);
    }

    private record Point(int row, int column) {}
}
