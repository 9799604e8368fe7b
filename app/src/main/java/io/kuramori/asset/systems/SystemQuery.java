package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// A view of the ledger as the address bar holds it, and the addresses of the views beside it.
///
/// @param given parameters that are known and not blank
public record SystemQuery(Map<String, String> given) {

    private static final List<String> FILTERS =
            List.of("q", "institution", "kind", "importance", "exposure", "unowned", "stale", "retired");

    public SystemQuery {
        given = Map.copyOf(given);
    }

    static SystemQuery of(Map<String, String> request) {
        var given = new TreeMap<String, String>();
        request.forEach((name, value) -> {
            if (!value.isBlank() && (FILTERS.contains(name) || name.equals("sort") || name.equals("after"))) {
                given.put(name, value);
            }
        });
        return new SystemQuery(given);
    }

    SystemFilter filter() {
        return new SystemFilter(
                value("q"),
                read("institution", UUID::fromString),
                read("kind", SystemKind::of),
                read("importance", Integer::valueOf),
                read("exposure", Exposure::of),
                given.containsKey("unowned"),
                given.containsKey("stale"),
                given.containsKey("retired"));
    }

    SystemSort sort() {
        for (SystemSort sort : SystemSort.values()) {
            if (sort.code().equals(given.get("sort"))) {
                return sort;
            }
        }
        return SystemSort.CODE;
    }

    @Nullable
    String after() {
        return given.get("after");
    }

    /// The value of a parameter, or the empty string.
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    public boolean has(String name, String value) {
        return value.equals(given.get(name));
    }

    /// Filters in force, each to be taken away by itself.
    public List<String> filters() {
        return FILTERS.stream().filter(given::containsKey).toList();
    }

    public String with(String name, String value) {
        var changed = new TreeMap<>(given);
        changed.remove("after");
        changed.put(name, value);
        return address(changed);
    }

    public String without(String name) {
        var changed = new TreeMap<>(given);
        changed.remove("after");
        changed.remove(name);
        return address(changed);
    }

    /// Parameters a filter form must carry along.
    public List<Map.Entry<String, String>> kept() {
        var kept = new ArrayList<Map.Entry<String, String>>();
        given.forEach((name, value) -> {
            if (name.equals("sort")) {
                kept.add(Map.entry(name, value));
            }
        });
        return kept;
    }

    private static String address(Map<String, String> params) {
        var address = UriComponentsBuilder.fromPath("/systems");
        params.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(params).toUriString();
    }

    private <T> @Nullable T read(String name, Function<String, T> reader) {
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
}
