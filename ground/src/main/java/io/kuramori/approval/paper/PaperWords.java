package io.kuramori.approval.paper;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// This module's Japanese words. The paper circulates among people and is Japanese whatever language the screen has, so
/// it needs no page; and pages stand above this module.
@Component
public final class PaperWords {

    private final Properties japanese = new Properties();

    PaperWords() throws IOException {
        var file = Objects.requireNonNull(PaperWords.class.getResourceAsStream("/messages/approval.properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            japanese.load(reader);
        }
    }

    String of(String key, Object... arguments) {
        var pattern = japanese.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.JAPANESE).format(arguments);
    }
}
