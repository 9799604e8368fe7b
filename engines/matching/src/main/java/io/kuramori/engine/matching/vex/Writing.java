package io.kuramori.engine.matching.vex;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What writing a document gave.
public sealed interface Writing {

    /// @param text JSON, the same for the same statements
    record Written(String text) implements Writing {}

    /// The format, or the one document, has no words for a statement; nothing was written.
    record Unsayable(Statement statement, String why) implements Writing {}

    /// The first statement that cannot be said, with the reason.
    ///
    /// @param why empty for what can be said
    static Optional<Writing> unsayable(
            Issue issue, List<Statement> statements, Function<Statement, Optional<String>> why) {
        return statements.stream()
                .flatMap(statement -> otherAuthor(issue, statement)
                        .or(() -> why.apply(statement))
                        .map(reason -> (Writing) new Unsayable(statement, reason))
                        .stream())
                .findFirst();
    }

    /// Why a format that has no versions of a BOM-Link cannot say it.
    static Optional<String> release(Statement statement) {
        return Stream.concat(Stream.of(statement.product()), statement.subcomponent().stream())
                        .anyMatch(product -> product instanceof Product.ByBomRef ref
                                && ref.release().isPresent())
                ? Optional.of("the format has no versions of a BOM-Link")
                : Optional.empty();
    }

    /// Why a format that asks for CISA's minimum cannot say it: not affected needs a reason, affected an action.
    static Optional<String> reason(Statement statement) {
        return switch (statement.status()) {
            case Status.NotAffected(var justification, String words)
            when justification.isEmpty() && words.isBlank() ->
                Optional.of("the format asks for a justification or words");
            case Status.Affected(String action) when action.isBlank() -> Optional.of("the format asks for an action");
            case Status.NotAffected ignored -> Optional.empty();
            case Status.Affected ignored -> Optional.empty();
            case Status.Fixed ignored -> Optional.empty();
            case Status.UnderInvestigation ignored -> Optional.empty();
        };
    }

    private static Optional<String> otherAuthor(Issue issue, Statement statement) {
        return statement.author().equals(issue.author())
                ? Optional.empty()
                : Optional.of("the author of the document does not say it");
    }
}
