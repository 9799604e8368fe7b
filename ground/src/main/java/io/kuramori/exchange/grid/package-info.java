/// Files of rows and cells, read as a stream within stated limits: xlsx, CSV, TSV. What cannot be read is refused with
/// a
/// located problem.
@NullMarked
package io.kuramori.exchange.grid;

import org.jspecify.annotations.NullMarked;
