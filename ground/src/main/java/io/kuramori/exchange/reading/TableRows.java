package io.kuramori.exchange.reading;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.grid.Cell;
import io.kuramori.exchange.grid.GridFile;
import io.kuramori.exchange.grid.GridRow;
import io.kuramori.exchange.grid.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The rows of a table, without what stands between and under them: blank rows, section titles, headings repeated for
/// print, sums, notes, a second table. Whatever is left out is told, so that nothing vanishes unseen.
public final class TableRows {

    private static final int SHOWN = 50;
    private static final Pattern SECTION = Pattern.compile("^[■●▼▲◆◇□○【《<◎▶].*", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("^(※|注|\\(注|（注|備考|以上|出典|凡例|作成|\\*|＊|記入例).*", Pattern.DOTALL);
    private static final Pattern SUM = Pattern.compile("^(合計|小計|総計|計|total)$");
    private static final Pattern HEADING_LIKE = Pattern.compile(".*(名|名称|コード|番号|no\\.?|id|年月日|日付|日|者|区分|種別|備考|部署|担当)$");

    private final Mapping mapping;
    private final Set<String> words = new HashSet<>();
    private final Map<Integer, String> headings = new HashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int leftOutCount;
    private boolean gap;
    private boolean ended;

    public TableRows(Table table, Mapping mapping, List<Column> columns) {
        this.mapping = mapping;
        columns.forEach(column -> words.addAll(Heading.words(column)));
        table.headings().forEach(heading -> headings.put(heading.column(), Spelling.word(heading.text())));
    }

    /// The same rows once more.
    public TableRows(TableRows other, List<Column> columns) {
        this.mapping = other.mapping;
        columns.forEach(column -> words.addAll(Heading.words(column)));
        headings.putAll(other.headings);
    }

    /// A row that was not taken, as it looks.
    public record LeftOut(int row, String text) {}

    /// Passes the table's rows until the visitor has enough.
    public void read(GridFile file, Predicate<GridRow> visitor) throws Unreadable {
        var layout = mapping.layout();
        var previous = new int[] {layout.firstDataRow() - 1};
        file.read(layout.worksheet(), row -> {
            if (row.number() < layout.firstDataRow()) {
                return true;
            }
            if (layout.lastRow() > 0 && row.number() > layout.lastRow()) {
                ended = true;
            }
            gap = gap || row.number() > previous[0] + 1;
            previous[0] = row.number();
            return !belongs(row) || visitor.test(row);
        });
    }

    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    public int leftOutCount() {
        return leftOutCount;
    }

    private boolean belongs(GridRow row) {
        if (row.blank()) {
            gap = true;
            return false;
        }
        if (ended) {
            return leave(row);
        }
        if (mappedBlank(row)) {
            gap = true;
            return row.filled() == 1 && NOTE.matcher(first(row)).matches() && leave(row);
        }
        if (mapping.layout().lastRow() == 0) {
            if (repeated(row) || (singular(row) && SECTION.matcher(first(row)).matches()) || sum(row)) {
                return leave(row);
            }
            if ((singular(row) && (gap || NOTE.matcher(first(row)).matches())) || (gap && headingLike(row))) {
                ended = mapping.columns().size() > 1;
            }
        }
        gap = false;
        return ended ? leave(row) : true;
    }

    private boolean leave(GridRow row) {
        leftOutCount++;
        if (leftOut.size() < SHOWN) {
            var text = String.join(
                    " ",
                    row.cells().stream()
                            .map(Cell::text)
                            .filter(each -> !each.isBlank())
                            .distinct()
                            .toList());
            leftOut.add(new LeftOut(row.number(), text.length() > 120 ? text.substring(0, 120) + "…" : text));
        }
        return false;
    }

    private boolean mappedBlank(GridRow row) {
        return mapped(row).stream().allMatch(Cell::blank);
    }

    private Collection<Cell> mapped(GridRow row) {
        return mapping.columns().values().stream().map(row::cell).toList();
    }

    /// All cells say the same: one cell, or a merged one.
    private static boolean singular(GridRow row) {
        return row.cells().stream().filter(cell -> !cell.blank()).distinct().count() == 1;
    }

    private static String first(GridRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.blank())
                .findFirst()
                .map(cell -> Spelling.line(cell.text()))
                .orElse("");
    }

    private static boolean sum(GridRow row) {
        return SUM.matcher(Spelling.word(first(row))).matches();
    }

    private boolean repeated(GridRow row) {
        int same = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cell(i).blank()) {
                continue;
            }
            if (!Spelling.word(row.cell(i).text()).equals(headings.get(i))) {
                return false;
            }
            same++;
        }
        return same > 1;
    }

    private boolean headingLike(GridRow row) {
        int texts = 0;
        int like = 0;
        for (var cell : row.cells()) {
            if (cell.blank()) {
                continue;
            }
            var word = Spelling.heading(cell.text());
            texts++;
            like += words.contains(word) || HEADING_LIKE.matcher(word).matches() ? 1 : 0;
        }
        return texts > 1 && like > 1 && like * 2 >= texts;
    }
}
