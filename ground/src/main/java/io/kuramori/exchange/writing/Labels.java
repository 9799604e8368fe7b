package io.kuramori.exchange.writing;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.ColumnType;
import io.kuramori.exchange.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Canonical values as people read them.
public final class Labels {

    private Labels() {}

    /// Choices by their labels, yes and no by 有 and 無; all else as it is.
    public static String label(Column column, String canonical, Locale locale) {
        if (canonical.isEmpty()) {
            return "";
        }
        return switch (column.type()) {
            case ColumnType.Choice choice ->
                Stream.of(canonical.split(";", -1))
                        .map(value -> option(choice, value, locale))
                        .collect(Collectors.joining("en".equals(locale.getLanguage()) ? ", " : "、"));
            case ColumnType.YesNo _ -> yesNo(locale).get(canonical.equals("true") ? 0 : 1);
            case ColumnType.Text _, ColumnType.Code _, ColumnType.Day _, ColumnType.Decimal _, ColumnType.Reference _ ->
                canonical;
        };
    }

    /// What a cell's drop-down offers; empty for none.
    static List<String> offered(Column column, Locale locale) {
        return switch (column.type()) {
            case ColumnType.Choice choice
            when !choice.many() ->
                choice.options().stream().map(each -> each.label().in(locale)).toList();
            case ColumnType.YesNo _ -> yesNo(locale);
            case ColumnType.Choice _,
                    ColumnType.Text _,
                    ColumnType.Code _,
                    ColumnType.Day _,
                    ColumnType.Decimal _,
                    ColumnType.Reference _ -> List.of();
        };
    }

    private static List<String> yesNo(Locale locale) {
        return "en".equals(locale.getLanguage()) ? List.of("Yes", "No") : List.of("有", "無");
    }

    private static String option(ColumnType.Choice choice, String value, Locale locale) {
        return choice.options().stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .map(Option::label)
                .map(label -> label.in(locale))
                .orElse(value);
    }
}
