package io.kuramori.exchange;

import java.util.Locale;

/// The same words in Japanese and in English.
public record Words(String ja, String en) {

    public static final Words NONE = new Words("", "");

    /// English for an English reader, Japanese for everyone else.
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : ja;
    }
}
