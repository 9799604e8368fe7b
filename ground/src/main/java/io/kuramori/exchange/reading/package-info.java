/// From rows of cells to a ledger's rows: where the table is, which column is which, what each cell says.
@NullMarked
package io.kuramori.exchange.reading;

import org.jspecify.annotations.NullMarked;
