package io.kuramori.cli;

import io.kuramori.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Runs the command line in this process, at a time that stands still.
///
/// @param out standard output
/// @param err standard error
record Prompt(int code, String out, String err) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2099-02-03T04:05:06.789Z"), ZoneOffset.UTC);

    static Prompt run(List<String> args) {
        return run(Terminal.none(), args);
    }

    static Prompt run(Terminal terminal, List<String> args) {
        return run(terminal, CLOCK, args);
    }

    static Prompt run(Terminal terminal, Clock clock, List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), terminal, clock);
        return new Prompt(code, out.toString(), err.toString());
    }
}
