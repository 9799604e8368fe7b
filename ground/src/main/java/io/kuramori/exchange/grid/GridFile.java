package io.kuramori.exchange.grid;

import java.util.List;

/// A file of worksheets, held as the bytes that were sent; rows are read anew at every pass.
public interface GridFile {

    /// The visible worksheets' names, in their order; one empty name for CSV.
    List<String> worksheets();

    /// Passes the rows in their order; rows that the file leaves out (blank ones) may be missing.
    ///
    /// @throws Unreadable when the rest of the worksheet cannot be read
    void read(int worksheet, RowVisitor visitor) throws Unreadable;

    /// Takes rows until it has enough.
    @FunctionalInterface
    interface RowVisitor {

        /// @return whether more rows are wanted
        boolean visit(GridRow row);
    }
}
