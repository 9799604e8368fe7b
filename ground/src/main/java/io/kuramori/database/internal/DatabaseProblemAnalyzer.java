package io.kuramori.database.internal;

import io.kuramori.database.DatabaseProblem;
import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the person at the prompt in one sentence, in Japanese and English, instead of a stack.
final class DatabaseProblemAnalyzer extends AbstractFailureAnalyzer<DatabaseProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseProblem cause) {
        var words = cause.messageIn(Locale.JAPANESE) + System.lineSeparator() + cause.messageIn(Locale.ENGLISH);

        return new FailureAnalysis(words, null, cause);
    }
}
