package io.kuramori.exchange.imports;

import io.kuramori.exchange.reading.Layout;
import io.kuramori.exchange.reading.Mapping;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Mappings and cells as they are kept in jsonb.
final class MappingJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MappingJson() {}

    static String write(Mapping mapping) {
        var all = new TreeMap<>(mapping.columns());
        all.put("#worksheet", mapping.layout().worksheet());
        all.put("#headerRow", mapping.layout().headerRow());
        all.put("#headerRows", mapping.layout().headerRows());
        all.put("#lastRow", mapping.layout().lastRow());
        return JSON.writeValueAsString(all);
    }

    static Mapping read(String text) {
        var all = columns(text);
        var layout = new Layout(
                all.getOrDefault("#worksheet", 0),
                all.getOrDefault("#headerRow", 1),
                all.getOrDefault("#headerRows", 1),
                all.getOrDefault("#lastRow", 0));
        all.keySet().removeIf(key -> key.startsWith("#"));
        return new Mapping(layout, all);
    }

    static String columns(Map<String, Integer> columns) {
        return JSON.writeValueAsString(new TreeMap<>(columns));
    }

    static Map<String, Integer> columns(String text) {
        return JSON.readValue(text, new TypeReference<TreeMap<String, Integer>>() {});
    }

    static String cells(Map<String, String> cells) {
        return JSON.writeValueAsString(new TreeMap<>(cells));
    }

    static Map<String, String> cells(String text) {
        return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    }
}
