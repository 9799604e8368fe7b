package io.kuramori.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One ledger as a spreadsheet: what its owner module declares as a bean, and all that exchange knows of it. From it
/// follow template, mapping, preview, import, undo and export.
///
/// Every method but the declarations runs inside a transaction of the caller ({@link
/// io.kuramori.identity.Transactions}).
///
/// @param <R> what the ledger makes of a row
public interface Sheet<R> {

    /// The record kind, `asset.system`; also the word in `/import/{kind}`.
    String kind();

    /// Message key of the ledger's name.
    String titleKey();

    /// In the template's order.
    List<Column> columns();

    /// Which columns tell a row's record, best first: the first list whose columns are all filled in is used. With
    /// `[[code], [name]]` a row without code belongs to the record of that name. Rows that match no record are new.
    List<List<String>> keys();

    /// Values for columns that the file does not have, or has blank, in a row that brings a new record or lacks its
    /// key;
    /// for example the code of the only institution in scope.
    default Map<String, String> defaults() {
        return Map.of();
    }

    /// Code → name of every record that a reference column may name, in the caller's scope. Asked once per preview.
    default Map<String, String> references(String column) {
        return Map.of();
    }

    /// Every record in scope, retired ones too, in the order of their codes. The caller closes the stream.
    Stream<Line> lines();

    /// Checks what the columns' types cannot: rules across fields. No query per row.
    Parsed<R> read(Row row);

    /// Carries out all changes, in the order of the file, or throws. Already inside one write transaction.
    void apply(List<Change<R>> changes);
}
