package io.kuramori.asset.systems;

import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// An order of the ledger. Each is an index of the table, read from a place on (keyset paging) in either direction,
/// never counted through.
public enum SystemSort {
    CODE("s.code", "text"),
    NAME("s.sort_key", "text"),
    IMPORTANCE("s.importance", "smallint"),
    /// Never confirmed stands before all days.
    CONFIRMED("coalesce(s.confirmed_on, '-infinity'::date)", "date");

    private static final String NEVER = "-infinity";

    private final String column;
    private final String type;

    SystemSort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SystemSort of(String code) {
        for (SystemSort sort : values()) {
            if (sort.code().equals(code)) {
                return sort;
            }
        }
        throw new IllegalArgumentException("no order " + code);
    }

    /// The place of a row in this order, as text for a page token.
    String token() {
        return column + "::text || '~' || s.id";
    }

    String orderBy(boolean descending) {
        String direction = descending ? "desc" : "asc";
        return "%s %s, s.id %s".formatted(column, direction, direction);
    }

    /// Adds the condition for rows after the one with this token.
    void place(String after, boolean descending, List<String> conditions, Map<String, Object> params) {
        int cut = after.lastIndexOf('~');
        String value = after.substring(0, Math.max(0, cut));
        try {
            params.put("afterId", UUID.fromString(after.substring(cut + 1)));
            check(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Problem(ProblemType.INVALID, "asset.systems.place");
        }
        params.put("afterValue", value);
        conditions.add(
                "(%s, s.id) %s (cast(:afterValue as %s), :afterId)".formatted(column, descending ? "<" : ">", type));
    }

    /// Tokens come from the address bar: what the database could not read is refused before it gets there.
    private void check(String value) {
        switch (this) {
            case CODE, NAME -> {
                if (value.isEmpty() || value.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("no place");
                }
            }
            case IMPORTANCE -> Short.parseShort(value);
            case CONFIRMED -> {
                if (!value.equals(NEVER)) {
                    LocalDate.parse(value);
                }
            }
        }
    }
}
