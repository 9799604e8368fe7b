package io.kuramori.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What the user sees the output on.
///
/// @param locale the language of tables and progress
/// @param colour whether standard output may hold SGR sequences
/// @param width the cells of a line of standard output; empty when it is no terminal and lines have no bound
/// @param progress the cells of a line of standard error; empty when no progress may be drawn on it
public record Terminal(Locale locale, boolean colour, OptionalInt width, OptionalInt progress) {

    /// What is narrower is written as if it had these; the terminal breaks the lines then.
    private static final int NARROWEST = 40;

    private static final int WIDEST = 400;

    /// Output that is kept or piped, in English.
    public static Terminal none() {
        return new Terminal(Locale.ENGLISH, false, OptionalInt.empty(), OptionalInt.empty());
    }

    /// Tells by the environment and by the launcher, which knows what is a terminal: the properties
    /// `kuramori.stdout.columns` and `kuramori.stderr.columns` are there only if the stream is one.
    /// `NO_COLOR` stands above `CLICOLOR_FORCE`, and this above a dumb terminal and a pipe.
    public static Terminal of(Map<String, String> environment, OptionalInt out, OptionalInt err, Locale otherwise) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean capable = !dumb
                && out.isPresent()
                && !environment.getOrDefault("CLICOLOR", "").equals("0");
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && (capable || !(forced.isEmpty() || forced.equals("0")));
        return new Terminal(
                language(environment, otherwise), colour, bounded(out), dumb ? OptionalInt.empty() : bounded(err));
    }

    /// The columns that the launcher told in a property, or none.
    public static OptionalInt columns(String property) {
        int columns = Integer.getInteger(property, 0);
        return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    }

    private static OptionalInt bounded(OptionalInt columns) {
        return columns.isEmpty() ? columns : OptionalInt.of(Math.clamp(columns.getAsInt(), NARROWEST, WIDEST));
    }

    /// The JVM's own answer is English where the locale that `LANG` names is not installed, as in small containers; so
    /// the variables are asked first, in the order of POSIX.
    private static Locale language(Map<String, String> environment, Locale otherwise) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.equals("ja") || value.startsWith("ja_") || value.startsWith("ja.")
                        ? Locale.JAPANESE
                        : Locale.ENGLISH)
                .orElse(otherwise);
    }
}
