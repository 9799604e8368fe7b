package io.kuramori.cli;

import io.kuramori.cli.terminal.Shown;
import io.kuramori.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The entry of the command line.
@Command(name = "kuramori", mixinStandardHelpOptions = true, versionProvider = Release.class)
public final class Main {

    Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(
                System.getenv(),
                Terminal.columns("kuramori.stdout.columns"),
                Terminal.columns("kuramori.stderr.columns"),
                Locale.getDefault());
        System.exit(run(args, out, err, terminal, Clock.systemUTC()));
    }

    /// Runs one command and returns its exit code; a wrong command line is 2, as nothing was evaluated, and so is a
    /// failure that no command expects.
    static int run(String[] args, PrintWriter out, PrintWriter err, Terminal terminal, Clock clock) {
        int code = new CommandLine(new Main())
                .addSubcommand(new Scan(terminal, clock))
                .addSubcommand(new Index(terminal, clock))
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.width().orElse(80))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> misspelt(wrong, err))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err))
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /// A shell may have put names of files among the arguments, so what is quoted of them is made safe.
    private static int misspelt(ParameterException wrong, PrintWriter err) {
        CommandLine command = wrong.getCommandLine();
        err.println(command.getColorScheme().errorText(Shown.plainly(String.valueOf(wrong.getMessage()))));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            command.usage(err);
        }
        return 2;
    }

    /// The stack stands there for whoever mends it; a message may quote the input.
    private static int failed(Exception failure, PrintWriter err) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack, true));
        err.println(stack.toString().lines().map(Main::shown).collect(Collectors.joining("\n")));
        return 2;
    }

    private static String shown(String line) {
        return line.startsWith("\t") ? "    " + Shown.plainly(line.substring(1)) : Shown.plainly(line);
    }
}
