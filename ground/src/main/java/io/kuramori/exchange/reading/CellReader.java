package io.kuramori.exchange.reading;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.ColumnType;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.grid.Cell;
import io.kuramori.exchange.grid.Serials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads cells by their columns' types.
public final class CellReader {

    private static final Set<String> YES = words("はい,有,有り,あり,あ,要,必要,該当,可,済,対象,○,〇,◯,◎,●,✓,✔,☑,レ,true,yes,y,1,on,t");
    private static final Set<String> NO = words("いいえ,無,無し,なし,不要,非該当,否,未,対象外,×,✕,✗,☐,-,ー,false,no,n,0,off,f");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern SEPARATORS = Pattern.compile("[、,;；，\\n]");
    private static final Pattern BLANK_SIGNS = Pattern.compile("[-‐-―ー－]+|n/?a|該当なし|なし|無し", Pattern.CASE_INSENSITIVE);

    private final Locale locale;

    /// @param locale language of the labels named in faults
    public CellReader(Locale locale) {
        this.locale = locale;
    }

    public Reading read(Column column, Cell cell, Targets targets) {
        var text = Spelling.prose(Spelling.unneutralised(cell.text()));
        if (cell.kind() == Cell.Kind.ERROR) {
            return Reading.Fault.of("exchange.problem.cell.formula", cell.text());
        }
        if (text.isEmpty()) {
            return new Reading.Value("");
        }

        return switch (column.type()) {
            case ColumnType.Text type -> limited(type.multiline() ? text : Spelling.line(text), type.maxLength());
            case ColumnType.Code type -> limited(Spelling.tight(text), type.maxLength());
            case ColumnType.Day _ -> day(cell, text);
            case ColumnType.Decimal type -> number(type, text);
            case ColumnType.Choice type -> choice(type, text);
            case ColumnType.YesNo _ -> yesNo(text);
            case ColumnType.Reference type -> reference(type, text, targets);
        };
    }

    private static Reading limited(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? new Reading.Value(text)
                : Reading.Fault.of("exchange.problem.cell.too-long", String.valueOf(most), String.valueOf(length));
    }

    private static Reading day(Cell cell, String text) {
        if (BLANK_SIGNS.matcher(text).matches()) {
            return new Reading.Value("");
        }
        var day = Days.parse(text);
        if (day == null && cell.kind() == Cell.Kind.NUMBER) {
            day = Serials.plain(new BigDecimal(text));
        }
        return day != null
                ? new Reading.Value(day.toString())
                : Reading.Fault.of("exchange.problem.cell.date").suggesting(Days.guess(text));
    }

    private static Reading number(ColumnType.Decimal type, String text) {
        var plain = Spelling.tight(text);
        if (plain.length() > 40 || !NUMBER.matcher(plain).matches()) {
            var digits = plain.replaceAll("^[^\\d+-]+|[^\\d]+$", "");
            var guess = digits.length() < 40 && NUMBER.matcher(digits).matches() ? digits : null;
            return Reading.Fault.of(
                            "exchange.problem.cell.number",
                            type.least().toPlainString(),
                            type.most().toPlainString())
                    .suggesting(guess);
        }
        var number = new BigDecimal(plain.replace(",", "")).stripTrailingZeros();
        if (number.scale() > type.decimals()) {
            return Reading.Fault.of("exchange.problem.cell.decimals", String.valueOf(type.decimals()));
        }
        if (number.compareTo(type.least()) < 0 || number.compareTo(type.most()) > 0) {
            return Reading.Fault.of(
                    "exchange.problem.cell.range",
                    type.least().toPlainString(),
                    type.most().toPlainString());
        }
        return new Reading.Value(number.toPlainString());
    }

    private static Reading yesNo(String text) {
        var word = Spelling.word(text);
        if (YES.contains(word)) {
            return new Reading.Value("true");
        }
        return NO.contains(word) ? new Reading.Value("false") : Reading.Fault.of("exchange.problem.cell.yesno");
    }

    private Reading choice(ColumnType.Choice type, String text) {
        var values = new LinkedHashSet<String>();
        for (var part : parts(text, type.many())) {
            var option =
                    type.options().stream().filter(each -> means(each, part)).findFirst();
            if (option.isEmpty()) {
                var labels = type.options().stream()
                        .map(each -> each.label().in(locale))
                        .toList();
                return Reading.Fault.of("exchange.problem.cell.choice", String.join(" / ", labels))
                        .suggesting(Nearest.of(part, labels));
            }
            values.add(option.get().value());
        }
        // In the options' order, so that the order in the cell makes no change.
        return new Reading.Value(type.options().stream()
                .map(Option::value)
                .filter(values::contains)
                .collect(Collectors.joining(";")));
    }

    private static boolean means(Option option, String text) {
        var word = Spelling.word(text);
        return Stream.concat(
                        Stream.of(
                                option.value(),
                                option.label().ja(),
                                option.label().en()),
                        option.synonyms().stream())
                .anyMatch(each -> Spelling.word(each).equals(word));
    }

    private static Reading reference(ColumnType.Reference type, String text, Targets targets) {
        var codes = new LinkedHashSet<String>();
        for (var part : parts(text, type.many())) {
            var code = targets.find(part);
            if (code == null) {
                return targets.ambiguous(part)
                        ? Reading.Fault.of("exchange.problem.cell.ambiguous", part)
                        : Reading.Fault.of("exchange.problem.cell.reference", part)
                                .suggesting(targets.near(part));
            }
            codes.add(code);
        }
        return new Reading.Value(codes.stream().sorted().collect(Collectors.joining(";")));
    }

    private static List<String> parts(String text, boolean many) {
        if (!many) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        for (var part : SEPARATORS.split(text, -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /// The canonical text of a record's own field, so that it compares equal to what its export is read back as.
    public static Map<String, String> canonical(List<Column> columns, Map<String, String> cells) {
        return columns.stream()
                .filter(column ->
                        !canonical(column, cells.getOrDefault(column.key(), "")).isEmpty())
                .collect(Collectors.toMap(
                        Column::key, column -> canonical(column, cells.getOrDefault(column.key(), ""))));
    }

    private static String canonical(Column column, String value) {
        return switch (column.type()) {
            case ColumnType.Text type -> type.multiline() ? Spelling.prose(value) : Spelling.line(value);
            case ColumnType.Code _ -> Spelling.tight(value);
            case ColumnType.Decimal _ ->
                value.isEmpty()
                        ? ""
                        : new BigDecimal(value).stripTrailingZeros().toPlainString();
            case ColumnType.Reference type ->
                type.many() ? SEPARATORS.splitAsStream(value).sorted().collect(Collectors.joining(";")) : value;
            case ColumnType.Choice type ->
                type.options().stream()
                        .map(Option::value)
                        .filter(List.of(value.split(";", -1))::contains)
                        .collect(Collectors.joining(";"));
            case ColumnType.Day _, ColumnType.YesNo _ -> value;
        };
    }

    private static Set<String> words(String list) {
        return Stream.of(list.split(",", -1)).map(Spelling::word).collect(Collectors.toUnmodifiableSet());
    }
}
