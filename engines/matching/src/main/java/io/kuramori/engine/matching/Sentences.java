package io.kuramori.engine.matching;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words of an answer, one implementation a language.
sealed interface Sentences {

    static Sentences in(Locale locale) {
        return locale.getLanguage().equals("ja") ? new Japanese() : new English();
    }

    String of(Decision decision, String subject);

    String of(Reason reason, String subject);

    default String of(Answer answer) {
        String name = answer.match().identifier().name();
        return switch (answer) {
            case Answer.Affected(Match ignored, Decision.For decision) -> of(decision, name);
            case Answer.NotAffected(Match ignored, Decision.Against decision) -> of(decision, name);
            case Answer.Indeterminate(Match ignored, Reason reason) -> of(reason, name);
        };
    }

    default String of(Component component, Reason reason) {
        return of(reason, component.name());
    }

    record Japanese() implements Sentences {

        @Override
        public String of(Decision decision, String subject) {
            return switch (decision) {
                case Decision.Within(String version, Interval interval) ->
                    subject + " " + version + " は " + words(interval) + "の範囲に入る";
                case Decision.Listed(String version) -> subject + " " + version + " は影響を受ける版として名指しされている";
                case Decision.EveryVersion() -> subject + " はすべての版が影響を受ける";
                case Decision.Outside(String version, List<Interval> intervals) ->
                    subject + " " + version + " は "
                            + (intervals.isEmpty()
                                    ? "名指しされた版のいずれでもない"
                                    : intervals.stream().map(Japanese::words).collect(Collectors.joining("、"))
                                            + "のいずれの範囲にも入らない");
                case Decision.Withdrawn(var when) -> "この勧告は " + when + " に取り下げられた";
                case Decision.OtherRelease(String release, List<String> releases) ->
                    "この勧告はリリース " + String.join("、", releases) + " の " + subject + " についてのもので、リリース " + release
                            + " についてのものではない";
            };
        }

        @Override
        public String of(Reason reason, String subject) {
            return switch (reason) {
                case Reason.NoIdentifier() -> subject + " には purl がなく、照合できない";
                case Reason.MalformedPurl(String purl, String why) -> "purl「" + purl + "」を読めない: " + why;
                case Reason.UnknownEcosystem(String type) -> subject + " の種別「" + type + "」は版の順序が分からない";
                case Reason.NoVersion() -> subject + " の版が示されていない";
                case Reason.UnparsableVersion(String version, String order) ->
                    subject + " の版「" + version + "」は " + order + " の版として読めない";
                case Reason.UnparsableAdvisoryVersion(String version, String order) ->
                    "勧告にある " + subject + " の版「" + version + "」は " + order + " の版として読めない";
                case Reason.OnlyCommits() -> "勧告は " + subject + " の影響をコミットでしか示していない";
                case Reason.NoVersionsGiven() -> "勧告は " + subject + " の影響を受ける版を示していない";
                case Reason.NoRelease(List<String> releases) ->
                    subject + " がどのリリースのものか示されていない(勧告はリリース " + String.join("、", releases) + " について述べる)";
            };
        }

        private static String words(Interval interval) {
            String from = interval.introduced() + " 以上";
            return interval.end()
                    .map(end -> switch (end) {
                        case Event.Fixed(String version) -> from + " " + version + " 未満";
                        case Event.Limit(String version) -> from + " " + version + " 未満";
                        case Event.LastAffected(String version) -> from + " " + version + " 以下";
                        case Event.Introduced(String version) -> from + " " + version + " 未満";
                    })
                    .orElse(from);
        }
    }

    record English() implements Sentences {

        @Override
        public String of(Decision decision, String subject) {
            return switch (decision) {
                case Decision.Within(String version, Interval interval) ->
                    subject + " " + version + " is in the range " + words(interval);
                case Decision.Listed(String version) -> subject + " " + version + " is named as an affected version";
                case Decision.EveryVersion() -> "every version of " + subject + " is affected";
                case Decision.Outside(String version, List<Interval> intervals) ->
                    subject + " " + version
                            + (intervals.isEmpty()
                                    ? " is none of the versions named"
                                    : " is outside "
                                            + intervals.stream()
                                                    .map(English::words)
                                                    .collect(Collectors.joining(" and ")));
                case Decision.Withdrawn(var when) -> "the advisory was withdrawn at " + when;
                case Decision.OtherRelease(String release, List<String> releases) ->
                    "the advisory speaks of " + subject + " in release " + String.join(", ", releases)
                            + ", not in release " + release;
            };
        }

        @Override
        public String of(Reason reason, String subject) {
            return switch (reason) {
                case Reason.NoIdentifier() -> subject + " has no package URL to match by";
                case Reason.MalformedPurl(String purl, String why) ->
                    "the package URL \"" + purl + "\" cannot be read: " + why;
                case Reason.UnknownEcosystem(String type) ->
                    "no version order is known for " + subject + " of type \"" + type + "\"";
                case Reason.NoVersion() -> subject + " gives no version";
                case Reason.UnparsableVersion(String version, String order) ->
                    "the version \"" + version + "\" of " + subject + " is not a " + order + " version";
                case Reason.UnparsableAdvisoryVersion(String version, String order) ->
                    "the advisory's version \"" + version + "\" of " + subject + " is not a " + order + " version";
                case Reason.OnlyCommits() -> "the advisory tells only source commits for " + subject;
                case Reason.NoVersionsGiven() -> "the advisory names no affected versions of " + subject;
                case Reason.NoRelease(List<String> releases) ->
                    subject + " does not tell its release of the distribution (the advisory speaks of release "
                            + String.join(", ", releases) + ")";
            };
        }

        private static String words(Interval interval) {
            String from = ">= " + interval.introduced();
            return interval.end()
                    .map(end -> switch (end) {
                        case Event.Fixed(String version) -> from + ", < " + version;
                        case Event.Limit(String version) -> from + ", < " + version;
                        case Event.LastAffected(String version) -> from + ", <= " + version;
                        case Event.Introduced(String version) -> from + ", < " + version;
                    })
                    .orElse(from);
        }
    }
}
