package io.kuramori.shell.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All `messages/<module>.properties` (Japanese) and `messages/<module>_en.properties`, read once, in UTF-8.
@Component
public final class Words {

    private static final String ENGLISH_SUFFIX = "_en.properties";

    private final Map<String, String> japanese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    Words() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        for (Resource file : files) {
            String name = file.getFilename();
            load(file, name != null && name.endsWith(ENGLISH_SUFFIX) ? english : japanese);
        }
    }

    /// The message with its arguments filled in; Japanese when the language has none.
    ///
    /// @throws IllegalArgumentException for a key that no file holds
    public String text(Locale locale, String key, Object... arguments) {
        String pattern = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english.get(key) : null;
        if (pattern == null) {
            pattern = japanese.get(key);
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        return arguments.length == 0
                ? pattern.replace("''", "'")
                : new MessageFormat(pattern, locale).format(arguments);
    }

    /// Whether there is such a message.
    public boolean has(String key) {
        return japanese.containsKey(key);
    }

    private static void load(Resource file, Map<String, String> into) throws IOException {
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            String before = into.put(key, properties.getProperty(key));
            if (before != null) {
                throw new IllegalStateException("message " + key + " stands in two files, the second is " + file);
            }
        }
    }
}
