package io.kuramori.asset.systems;

import java.util.Locale;

/// An order of the ledger. Each is an index of the table, read from a place on (keyset paging), never counted through.
public enum SystemSort {
    CODE("s.code", "s.code", ">", ""),
    NAME("s.sort_key", "s.sort_key", ">", ""),
    /// The most important first.
    IMPORTANCE("s.importance", "s.importance::text", "<", "desc"),
    /// Longest unconfirmed first.
    CONFIRMED(
            "coalesce(s.confirmed_on, '-infinity'::date)",
            "coalesce(s.confirmed_on, '-infinity'::date)::text",
            ">",
            "");

    private final String column;
    private final String token;
    private final String comparison;
    private final String direction;

    SystemSort(String column, String token, String comparison, String direction) {
        this.column = column;
        this.token = token;
        this.comparison = comparison;
        this.direction = direction;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The value a row is sorted by, as text for a page token.
    String token() {
        return token;
    }

    String orderBy() {
        return "%s %s, s.id %s".formatted(column, direction, direction);
    }

    /// Rows after the one with `:afterValue` and `:afterId`.
    String after() {
        String type = switch (this) {
            case CODE, NAME -> "text";
            case IMPORTANCE -> "smallint";
            case CONFIRMED -> "date";
        };
        return "(%s, s.id) %s (cast(:afterValue as %s), :afterId)".formatted(column, comparison, type);
    }
}
