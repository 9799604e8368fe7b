package io.kuramori.shell;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.List;
import java.util.Optional;

/// What a room says on 「今日」: what needs the caller now, and how things stand. A bean of the room; reads in a
/// transaction of its own.
public interface HomeCard {

    /// The right that its rows ask for: who has it nowhere is not asked the card, and the card sees the institutions
    /// where he has it.
    Right needs();

    /// What needs attention, the most urgent first; empty when nothing does.
    default List<Attention> attention(Caller caller) {
        return List.of();
    }

    /// How things stand, one line each.
    default List<Standing> standing(Caller caller) {
        return List.of();
    }

    /// What happened lately, the newest first.
    default List<Event> events(Caller caller) {
        return List.of();
    }

    /// A first step for a new installation; empty once it was taken.
    default Optional<FirstStep> firstStep(Caller caller) {
        return Optional.empty();
    }

    /// A number that needs someone, and the rows behind it.
    ///
    /// @param tone how urgent
    /// @param titleKey message key, as 期限超過
    /// @param detail already in the caller's language
    record Attention(Tone tone, long count, String titleKey, String detail, String path) {}

    /// A line of state: message key of its label, its value in words, and the rows behind it.
    record Standing(String labelKey, String value, Tone tone, String path) {}

    /// Something that happened.
    record Event(java.time.Instant at, String markKey, Tone tone, String sentence, String path) {}

    /// What to do first: message keys of title and explanation, and where.
    record FirstStep(int order, String titleKey, String textKey, String path) {}
}
