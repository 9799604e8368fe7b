package io.kuramori.evidence.backup;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// Says things to the person at the prompt, in their language.
final class Teller {

    /// Where the lines go.
    interface Sink {
        void line(String text) throws IOException;
    }

    private final Locale language;
    private final Sink sink;

    Teller(Locale language, Sink sink) {
        this.language = language;
        this.sink = sink;
    }

    void say(String key, Object... arguments) throws IOException {
        sink.line(text(key, List.of(arguments)));
    }

    void say(BackupProblem problem) throws IOException {
        sink.line(text(problem.key(), problem.arguments()));
    }

    private String text(String key, List<?> arguments) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.evidence", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString(key), language).format(arguments.toArray());
    }
}
