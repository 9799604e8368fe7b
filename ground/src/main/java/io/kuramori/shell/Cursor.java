package io.kuramori.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A place in a list that a program reads page by page: which row was the last, by the values of its order. Opaque to
/// who reads; bound to the list that it was made for.
///
/// @param values of the order, as text; empty before the first row
public record Cursor(String list, List<String> values) {

    /// Rows of a page at most.
    public static final int LARGEST = 500;

    private static final int LONGEST = 2_000;
    private static final String BREAK = "\u001f";
    private static final Pattern BREAKS = Pattern.compile(BREAK);

    public Cursor {
        values = List.copyOf(values);
    }

    /// Reads what was sent back.
    ///
    /// @param text null or empty for the first page
    /// @param places how many values the order has
    /// @throws Problem when it was not given for this list
    public static Cursor read(String list, @Nullable String text, int places) {
        if (text == null || text.isEmpty()) {
            return new Cursor(list, List.of());
        }
        try {
            if (text.length() <= LONGEST) {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var parts = List.of(BREAKS.split(plain, -1));
                if (parts.size() == places + 1 && parts.getFirst().equals(list)) {
                    return new Cursor(list, parts.subList(1, parts.size()));
                }
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new Problem(ProblemType.INVALID, "shell.problem.cursor");
    }

    public boolean atStart() {
        return values.isEmpty();
    }

    /// A value of the last row, or null before the first.
    public @Nullable String value(int place) {
        return values.isEmpty() ? null : values.get(place);
    }

    String text() {
        var plain = list + BREAK + String.join(BREAK, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Rows asked for, within bounds.
    public static int size(int asked) {
        return Math.clamp(asked, 1, LARGEST);
    }

    /// The page of rows that were read, one more than it takes when there are more.
    ///
    /// @param order the values of a row's order
    public <T> ResponseEntity<Rows<T>> page(List<T> read, int size, Function<T, List<String>> order) {
        boolean more = read.size() > size;
        var items = more ? read.subList(0, size) : read;
        var next = more ? new Cursor(list, order.apply(items.getLast())).text() : null;
        return json(new Rows<>(items, next));
    }

    /// JSON, whatever is asked for.
    public static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /// @param next what to send as `cursor` for the rows after these; absent after the last ones
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rows<T>(List<T> items, @Nullable String next) {

        public Rows {
            items = List.copyOf(items);
        }
    }
}
