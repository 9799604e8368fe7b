package io.kuramori.cli.terminal;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// One line that is written over and over while work goes on, and taken away at its end. Without a terminal, nothing.
public final class Progress implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter out;
    private final OptionalInt width;
    private final Clock clock;
    private long drawn;
    private boolean shown;

    public Progress(Terminal terminal, PrintWriter out, Clock clock) {
        this.out = out;
        this.width = terminal.progress();
        this.clock = clock;
        this.drawn = clock.millis();
    }

    /// Draws the line anew, at most ten times a second.
    ///
    /// @param line called only when it is drawn
    public void show(Supplier<String> line) {
        if (width.isEmpty()) {
            return;
        }
        long now = clock.millis();
        if (now - drawn < INTERVAL_MILLIS) {
            return;
        }
        drawn = now;
        shown = true;
        // The last column stays free: some terminals go on to the next line from it.
        out.print(CLEAR + Cells.cut(Shown.plainly(line.get()), width.getAsInt() - 1));
        out.flush();
    }

    @Override
    public void close() {
        if (shown) {
            out.print(CLEAR);
            out.flush();
            shown = false;
        }
    }
}
