package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A document of `Tag: value` lines (SPDX 2.3, clause 4 and annex on tag-value): comments begin with `#`, a value may
/// be
/// wrapped in `<text>` and `</text>` and then span lines.
final class TagValues {

    /// Longest wrapped value, in characters.
    static final int MAX_VALUE = 5_000_000;

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]*)\\s*:(.*)", Pattern.DOTALL);
    private static final String OPEN = "<text>";
    private static final String CLOSE = "</text>";

    /// What stands next.
    sealed interface Next {
        int line();
    }

    record Pair(String tag, String value, int line) implements Next {}

    /// A line that is neither a pair nor a comment.
    record Stray(Refused refused, int line) implements Next {}

    private final TagLines lines;

    TagValues(TagLines lines) {
        this.lines = lines;
    }

    /// The next pair or stray line, or null at the end.
    ///
    /// @throws Refused when the rest cannot be read, as after a `<text>` that does not end
    /// @throws IOException when the stream itself fails
    @Nullable
    Next next() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            int number = lines.number();
            Matcher pair = LINE.matcher(line);
            if (!pair.matches()) {
                return new Stray(
                        refused(number, Kind.SYNTAX, "a line \"Tag: value\" or a # comment", line.strip()), number);
            }
            String value = pair.group(2).strip();
            if (value.startsWith(OPEN)) {
                return wrapped(pair.group(1), value.substring(OPEN.length()), number);
            }
            if (value.contains(CLOSE)) {
                return new Stray(refused(number, Kind.SYNTAX, "a <text> before the </text>", line.strip()), number);
            }
            return new Pair(pair.group(1), value, number);
        }
        return null;
    }

    private Next wrapped(String tag, String first, int start) throws IOException {
        StringBuilder value = new StringBuilder();
        String line = first;
        while (line != null) {
            int end = line.indexOf(CLOSE);
            if (end >= 0) {
                String after = line.substring(end + CLOSE.length()).strip();
                value.append(line, 0, end);
                return after.isEmpty()
                        ? new Pair(tag, value.toString().strip(), start)
                        : new Stray(refused(lines.number(), Kind.SYNTAX, "nothing after the </text>", after), start);
            }
            value.append(line).append('\n');
            if (value.length() > MAX_VALUE) {
                throw refused(start, Kind.TOO_LARGE, "a <text> of at most " + MAX_VALUE + " characters", "");
            }
            line = lines.next();
        }
        throw refused(start, Kind.SYNTAX, "a </text> to the <text> that begins here", "the end");
    }

    private static Refused refused(int line, Kind kind, String expected, String found) {
        return new Refused(new Problem(kind, "", line, 0, expected, found));
    }
}
