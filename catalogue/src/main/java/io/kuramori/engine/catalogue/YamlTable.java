package io.kuramori.engine.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A YAML file that is a list of maps, read with a message that names file, entry and key when it is not.
final class YamlTable {

    private final String file;
    private final List<?> entries;

    private YamlTable(String file, List<?> entries) {
        this.file = file;
        this.entries = entries;
    }

    static YamlTable read(String file) {
        try (InputStream bytes = YamlTable.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(file + " is not in this artifact");
            }
            Object document = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(bytes);
            if (document instanceof List<?> entries) {
                return new YamlTable(file, entries);
            }
            throw new IllegalStateException(file + " is not a list");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> List<T> rows(Function<Row, T> read) {
        var rows = new ArrayList<T>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(read.apply(Row.of(file + "[" + i + "]", entries.get(i))));
        }
        return rows;
    }

    /// One entry; asked for a key it does not have in the form wanted, it says where.
    record Row(String place, Map<?, ?> values) {

        private static Row of(String place, @Nullable Object value) {
            if (value instanceof Map<?, ?> values) {
                return new Row(place, values);
            }
            throw new IllegalStateException(place + " is not a map");
        }

        String text(String key) {
            return value(key, String.class);
        }

        boolean flag(String key) {
            return value(key, Boolean.class);
        }

        int number(String key) {
            return value(key, Integer.class);
        }

        List<String> texts(String key) {
            var texts = new ArrayList<String>();
            for (Object text : value(key, List.class)) {
                texts.add((String) text);
            }
            return texts;
        }

        Row nested(String key) {
            return of(place + "." + key, values.get(key));
        }

        private <T> T value(String key, Class<T> type) {
            var value = values.get(key);
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw new IllegalStateException(
                    place + "." + key + ": expected " + type.getSimpleName() + ", got " + value);
        }
    }
}
