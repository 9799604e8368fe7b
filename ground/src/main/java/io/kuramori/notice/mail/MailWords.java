package io.kuramori.notice.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// This module's words, for mails: they are written where there is no page.
@Component
class MailWords {

    private final Properties japanese = read("/messages/notice.properties");
    private final Properties english = read("/messages/notice_en.properties");

    MailWords() throws IOException {}

    String of(String language, String key, Object... arguments) {
        boolean inEnglish = language.equals("en");
        var pattern = Objects.requireNonNull((inEnglish ? english : japanese).getProperty(key), key);
        return new MessageFormat(pattern, inEnglish ? Locale.ENGLISH : Locale.JAPANESE).format(arguments);
    }

    private static Properties read(String file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(MailWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
