package io.kuramori.engine.matching;

import java.util.Locale;

/// Whether an advisory affects a component, and why.
public sealed interface Answer {

    Match match();

    /// One sentence saying why, in Japanese for [Locale#JAPANESE] and its regions, else in English.
    default String sentence(Locale locale) {
        return Sentences.in(locale).of(this);
    }

    record Affected(Match match, Decision.For decision) implements Answer {}

    record NotAffected(Match match, Decision.Against decision) implements Answer {}

    record Indeterminate(Match match, Reason reason) implements Answer {}
}
