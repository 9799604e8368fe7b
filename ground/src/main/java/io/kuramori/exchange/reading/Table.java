package io.kuramori.exchange.reading;

import java.util.List;
import java.util.Map;

/// A table found in a file: where it is, its headings, and the columns that its words propose.
///
/// @param proposed column of the file by the sheet's column key
public record Table(Layout layout, List<Heading> headings, Map<String, Integer> proposed) {

    public Table {
        headings = List.copyOf(headings);
        proposed = Map.copyOf(proposed);
    }

    /// What two files with the same headings in the same columns have in common; the key of a remembered mapping.
    public String signature() {
        var text = new StringBuilder();
        headings.forEach(heading -> text.append(heading.column())
                .append('\u001f')
                .append(Spelling.word(heading.text()))
                .append('\u001e'));
        return Digests.sha256(text.toString());
    }
}
