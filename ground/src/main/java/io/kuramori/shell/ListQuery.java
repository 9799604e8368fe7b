package io.kuramori.shell;

import io.kuramori.shell.ListColumn.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// A view of a list as the address bar holds it (filters, order, columns, rows on a page, place), and the addresses of
/// the views beside it. What an address bar cannot mean is left out, never an error: addresses are typed and outlive
/// columns.
///
/// @param given parameters that the list knows and that are not blank; several columns joined by a comma
public record ListQuery(ListShape shape, Map<String, String> given) {

    /// Rows that a page may hold, the usual number first.
    public static final List<Integer> SIZES = List.of(50, 200, 1_000);

    private static final String AFTER = "after";
    private static final String COLUMNS = "cols";
    private static final String DIRECTION = "dir";
    private static final String ROWS = "rows";
    private static final String SORT = "sort";
    private static final List<String> FRAME = List.of(SORT, DIRECTION, COLUMNS, ROWS, AFTER);

    public ListQuery {
        given = Map.copyOf(given);
    }

    public static ListQuery of(ListShape shape, MultiValueMap<String, String> request) {
        var given = new TreeMap<String, String>();
        request.forEach((name, values) -> {
            var filled = values.stream()
                    .filter(value -> value != null && !value.isBlank())
                    .toList();
            if (!filled.isEmpty() && (shape.filters().contains(name) || FRAME.contains(name))) {
                given.put(name, name.equals(COLUMNS) ? String.join(",", filled) : filled.getFirst());
            }
        });
        return new ListQuery(shape, given);
    }

    /// The query of a saved view, `?q=…&sort=…`, read for this list.
    public static ListQuery parse(ListShape shape, String query) {
        var request = UriComponentsBuilder.fromPath(shape.path())
                .query(query.startsWith("?") ? query.substring(1) : query)
                .build()
                .getQueryParams();
        var decoded = new org.springframework.util.LinkedMultiValueMap<String, String>();
        request.forEach((name, values) ->
                values.forEach(value -> decoded.add(name, value == null ? "" : ListQuery.decoded(value))));
        return of(shape, decoded);
    }

    /// The value of a parameter, or the empty string.
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    public boolean has(String name, String value) {
        return value.equals(given.get(name));
    }

    /// A filter's value, or null when it is absent or cannot be read.
    public <T> @Nullable T read(String name, Function<String, T> reader) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Filters in force.
    public List<String> filters() {
        return shape.filters().stream().filter(given::containsKey).toList();
    }

    public @Nullable String after() {
        return given.get(AFTER);
    }

    /// Rows on a page.
    public int size() {
        Integer asked = read(ROWS, Integer::valueOf);
        return asked != null && SIZES.contains(asked) ? asked : SIZES.getFirst();
    }

    /// The column sorted by.
    public ListColumn sort() {
        return shape.column(value(SORT))
                .filter(ListColumn::sortable)
                .or(() -> shape.column(shape.sort()))
                .orElseThrow();
    }

    public boolean descending() {
        return switch (value(DIRECTION)) {
            case "asc" -> false;
            case "desc" -> true;
            default -> sort().order() == Order.DESCENDING;
        };
    }

    /// What `aria-sort` of a column's head says; null for a column that the list is not sorted by.
    public @Nullable String ariaSort(ListColumn column) {
        if (!sort().equals(column) || !column.sortable()) {
            return null;
        }
        return descending() ? "descending" : "ascending";
    }

    /// Columns in view.
    public List<ListColumn> columns() {
        Set<String> chosen = new HashSet<>(Arrays.asList(value(COLUMNS).split(",")));
        boolean any = shape.columns().stream().map(ListColumn::key).anyMatch(chosen::contains);
        var shown = new ArrayList<ListColumn>();
        for (ListColumn column : shape.columns()) {
            boolean first = shown.isEmpty();
            if (first || (any ? chosen.contains(column.key()) : column.standard())) {
                shown.add(column);
            }
        }
        return List.copyOf(shown);
    }

    public boolean shows(ListColumn column) {
        return columns().contains(column);
    }

    /// The list sorted by a column; the other way round when it already is.
    public String sortedBy(ListColumn column) {
        var changed = changeable();
        boolean turned = sort().equals(column) && descending() == (column.order() == Order.DESCENDING);
        changed.put(SORT, column.key());
        changed.remove(DIRECTION);
        if (turned) {
            changed.put(DIRECTION, descending() ? "asc" : "desc");
        }
        return address(shape.path(), changed);
    }

    public String with(String name, String value) {
        var changed = changeable();
        changed.put(name, value);
        return address(shape.path(), changed);
    }

    public String without(String name) {
        var changed = changeable();
        changed.remove(name);
        return address(shape.path(), changed);
    }

    /// The page after a row.
    public String next(String token) {
        return with(AFTER, token);
    }

    /// The same view from its beginning.
    public String first() {
        return address(shape.path(), changeable());
    }

    /// The page in view: where to come back to.
    public String here() {
        return address(shape.path(), new TreeMap<>(given));
    }

    /// The whole view as a spreadsheet.
    public String file() {
        return address(shape.path() + ".xlsx", changeable());
    }

    /// What a saved view keeps: everything but the place.
    public String saved() {
        return first().substring(shape.path().length());
    }

    /// Parameters that a form which sets `names` itself must carry along; never the place.
    public List<Map.Entry<String, String>> kept(Set<String> names) {
        return changeable().entrySet().stream()
                .filter(entry -> !names.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableList());
    }

    /// What the filter form carries along.
    public List<Map.Entry<String, String>> frame() {
        return kept(Set.copyOf(shape.filters()));
    }

    private TreeMap<String, String> changeable() {
        var changed = new TreeMap<>(given);
        changed.remove(AFTER);
        return changed;
    }

    private static String address(String path, Map<String, String> params) {
        var address = UriComponentsBuilder.fromPath(path);
        params.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(params).toUriString();
    }

    private static String decoded(String value) {
        try {
            return org.springframework.web.util.UriUtils.decode(
                    value.replace('+', ' '), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
