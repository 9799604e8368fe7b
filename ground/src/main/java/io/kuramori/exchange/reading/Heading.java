package io.kuramori.exchange.reading;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.grid.GridRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A column's heading in a file.
///
/// @param column column of the file, from 0
/// @param text what stands there; group and heading joined by a space where there are two rows
/// @param spellings what it may be matched by, surest first
public record Heading(int column, String text, List<String> spellings) {

    static List<Heading> of(GridRow row) {
        var headings = new ArrayList<Heading>();
        for (int i = 0; i < row.cells().size(); i++) {
            var text = Spelling.line(row.cell(i).text());
            if (!text.isEmpty()) {
                headings.add(new Heading(i, text, List.of(Spelling.word(text), Spelling.heading(text))));
            }
        }
        return headings;
    }

    /// Groups above, headings below. A group without merged cells reaches until the next one.
    static List<Heading> of(GridRow top, GridRow bottom) {
        var headings = new ArrayList<Heading>();
        var group = "";
        for (int i = 0; i < Math.max(top.cells().size(), bottom.cells().size()); i++) {
            var above = Spelling.line(top.cell(i).text());
            var below = Spelling.line(bottom.cell(i).text());
            group = above.isEmpty() ? group : above;
            if (below.isEmpty() || below.equals(above)) {
                if (!above.isEmpty()) {
                    headings.add(new Heading(i, above, List.of(Spelling.word(above), Spelling.heading(above))));
                }
                continue;
            }
            var both = (group + " " + below).strip();
            headings.add(new Heading(
                    i,
                    both,
                    List.of(
                            Spelling.word(both),
                            Spelling.heading(group) + Spelling.heading(below),
                            Spelling.word(below),
                            Spelling.heading(below))));
        }
        return headings;
    }

    /// Which column of the file each of the ledger's columns is, as far as the words tell; each at most once, surest
    /// spelling first, then from the left.
    static Map<String, Integer> match(List<Heading> headings, List<Column> columns) {
        var words = new LinkedHashMap<String, Set<String>>();
        columns.forEach(column -> words.put(column.key(), words(column)));
        var found = new HashMap<String, Integer>();
        var used = new HashSet<Integer>();
        for (int rank = 0; rank < 4; rank++) {
            for (var heading : headings) {
                if (rank >= heading.spellings().size() || used.contains(heading.column())) {
                    continue;
                }
                var spelling = heading.spellings().get(rank);
                for (var entry : words.entrySet()) {
                    if (!found.containsKey(entry.getKey()) && entry.getValue().contains(spelling)) {
                        found.put(entry.getKey(), heading.column());
                        used.add(heading.column());
                        break;
                    }
                }
            }
        }
        return found;
    }

    static Set<String> words(Column column) {
        var words = new HashSet<String>();
        Stream.concat(
                        Stream.of(
                                column.key(),
                                column.heading().ja(),
                                column.heading().en()),
                        column.synonyms().stream())
                .forEach(each -> {
                    words.add(Spelling.word(each));
                    words.add(Spelling.heading(each));
                });
        words.remove("");
        return words;
    }
}
