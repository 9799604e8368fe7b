package io.kuramori.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A column of a ledger's sheet.
///
/// @param key name of the field, as the ledger knows it
/// @param heading what stands at the head of the template
/// @param synonyms further headings found in institutions' own sheets; compared without space, width or case
/// @param note what is asked, in a sentence; shown as the heading's note
public record Column(String key, Words heading, List<String> synonyms, boolean required, ColumnType type, Words note) {

    public Column {
        synonyms = List.copyOf(synonyms);
    }

    public static Column text(String key, String ja, String en, int maxLength) {
        return of(key, ja, en, new ColumnType.Text(maxLength, false));
    }

    public static Column prose(String key, String ja, String en, int maxLength) {
        return of(key, ja, en, new ColumnType.Text(maxLength, true));
    }

    public static Column code(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.Code(60));
    }

    public static Column date(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.Day());
    }

    public static Column integer(String key, String ja, String en, long least, long most) {
        return of(key, ja, en, new ColumnType.Decimal(BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0));
    }

    public static Column decimal(String key, String ja, String en, BigDecimal least, BigDecimal most, int decimals) {
        return of(key, ja, en, new ColumnType.Decimal(least, most, decimals));
    }

    public static Column choice(String key, String ja, String en, Option... options) {
        return of(key, ja, en, new ColumnType.Choice(List.of(options), false));
    }

    public static Column choices(String key, String ja, String en, Option... options) {
        return of(key, ja, en, new ColumnType.Choice(List.of(options), true));
    }

    public static Column yesNo(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.YesNo());
    }

    /// A code or name of a record that {@link Sheet#references} lists.
    public static Column reference(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.Reference(false, false));
    }

    /// A reference to a record of this same sheet, which the same file may bring.
    public static Column selfReference(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.Reference(true, false));
    }

    public static Column references(String key, String ja, String en) {
        return of(key, ja, en, new ColumnType.Reference(false, true));
    }

    private static Column of(String key, String ja, String en, ColumnType type) {
        return new Column(key, new Words(ja, en), List.of(), false, type, Words.NONE);
    }

    public Column mandatory() {
        return new Column(key, heading, synonyms, true, type, note);
    }

    public Column alsoCalled(String... others) {
        var all = new ArrayList<>(synonyms);
        all.addAll(List.of(others));
        return new Column(key, heading, all, required, type, note);
    }

    public Column noting(String ja, String en) {
        return new Column(key, heading, synonyms, required, type, new Words(ja, en));
    }
}
