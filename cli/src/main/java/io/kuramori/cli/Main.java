package io.kuramori.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry of the command line.
@Command(name = "kuramori", mixinStandardHelpOptions = true, subcommands = Scan.class)
public final class Main {

    Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /// Runs one command and returns its exit code; a wrong command line is 2, as nothing was evaluated.
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        int code = new CommandLine(new Main()).setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return code;
    }
}
