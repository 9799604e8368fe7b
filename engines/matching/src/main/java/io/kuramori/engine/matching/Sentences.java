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
                case Decision.Applies(String version, var criterion, var conditions) ->
                    subject + " " + version + " は構成の条件 " + words(criterion) + " に当たる"
                            + (conditions.isEmpty()
                                    ? ""
                                    : "（"
                                            + conditions.stream()
                                                    .map(Japanese::words)
                                                    .collect(Collectors.joining("、")) + " も揃っている）");
                case Decision.Inapplicable(String version, var criterion) ->
                    subject + " " + version + " は構成の条件 " + words(criterion) + " に当たらない";
                case Decision.Stated(String version, var versions) ->
                    subject + " " + version + " は影響を受けると公表元が述べている（" + words(versions) + "）";
                case Decision.StatedUnaffected(String version, Status status, var versions) ->
                    subject + " " + version + " は" + (status == Status.FIXED ? "修正済み" : "影響を受けない") + "と公表元が述べている（"
                            + words(versions) + "）";
            };
        }

        @Override
        public String of(Reason reason, String subject) {
            return switch (reason) {
                case Reason.NoIdentifier() -> subject + " には purl も CPE も供給者名もなく、照合できない";
                case Reason.MalformedCpe(String cpe, String expected) -> "CPE「" + cpe + "」を読めない: " + expected;
                case Reason.UnknownSurroundings(var needed) -> "影響は " + words(needed) + " と共に使う場合に限られるが、それがあるか分からない";
                case Reason.UncertainOrder(String version, String bound) ->
                    subject + " の版「" + version + "」と「" + bound + "」の前後が定まらない";
                case Reason.OpenAttribute(var criterion) -> subject + " の名は " + words(criterion) + " に当たるかを定めない";
                case Reason.UnderInvestigation() -> "公表元が " + subject + " への影響を調査中である";
                case Reason.NotSaid(String version) -> "公表元は " + subject + " の版「" + version + "」について述べていない";
                case Reason.UnreadVersions(String words) -> subject + " の影響を受ける版が「" + words + "」と書かれ、読み取れない";
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

        private static String words(Applicability.Criterion criterion) {
            String bounds = criterion.bounds().everything() ? "" : "（" + words(criterion.bounds()) + "）";
            return criterion.name() + bounds;
        }

        private static String words(VersionSet versions) {
            return switch (versions) {
                case VersionSet.Every ignored -> "版を問わず";
                case VersionSet.Exactly(String version) -> "版 " + version;
                case VersionSet.Between(Bounds bounds) -> words(bounds);
                case VersionSet.Unread(String text) -> "「" + text + "」";
            };
        }

        private static String words(Bounds bounds) {
            String start = bounds.start() == null ? "" : bounds.start() + (bounds.startIncluded() ? " 以上" : " より後");
            String end = bounds.end() == null ? "" : bounds.end() + (bounds.endIncluded() ? " 以下" : " 未満");
            return bounds.everything() ? "すべての版" : (start + " " + end).strip();
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
                case Decision.Applies(String version, var criterion, var conditions) ->
                    subject + " " + version + " meets " + words(criterion)
                            + (conditions.isEmpty()
                                    ? ""
                                    : ", together with "
                                            + conditions.stream()
                                                    .map(English::words)
                                                    .collect(Collectors.joining(" and ")));
                case Decision.Inapplicable(String version, var criterion) ->
                    subject + " " + version + " does not meet " + words(criterion);
                case Decision.Stated(String version, var versions) ->
                    "the source calls " + subject + " " + version + " affected (" + words(versions) + ")";
                case Decision.StatedUnaffected(String version, Status status, var versions) ->
                    "the source calls " + subject + " " + version
                            + (status == Status.FIXED ? " fixed (" : " not affected (") + words(versions) + ")";
            };
        }

        @Override
        public String of(Reason reason, String subject) {
            return switch (reason) {
                case Reason.NoIdentifier() -> subject + " has no package URL, CPE or supplier to match by";
                case Reason.MalformedCpe(String cpe, String expected) ->
                    "the CPE \"" + cpe + "\" cannot be read: expected " + expected;
                case Reason.UnknownSurroundings(var needed) ->
                    "only together with " + words(needed) + ", which may or may not be there";
                case Reason.UncertainOrder(String version, String bound) ->
                    "whether " + subject + " " + version + " comes before \"" + bound + "\" cannot be told";
                case Reason.OpenAttribute(var criterion) ->
                    "the name of " + subject + " leaves open whether it is " + words(criterion);
                case Reason.UnderInvestigation() -> "the source is still investigating " + subject;
                case Reason.NotSaid(String version) ->
                    "the source says nothing of version \"" + version + "\" of " + subject;
                case Reason.UnreadVersions(String words) ->
                    "the affected versions of " + subject + " are given as \"" + words + "\", which cannot be read";
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

        private static String words(Applicability.Criterion criterion) {
            String bounds = criterion.bounds().everything() ? "" : " (" + words(criterion.bounds()) + ")";
            return criterion.name() + bounds;
        }

        private static String words(VersionSet versions) {
            return switch (versions) {
                case VersionSet.Every ignored -> "whichever version";
                case VersionSet.Exactly(String version) -> "version " + version;
                case VersionSet.Between(Bounds bounds) -> words(bounds);
                case VersionSet.Unread(String text) -> "\"" + text + "\"";
            };
        }

        private static String words(Bounds bounds) {
            String start = bounds.start() == null ? "" : (bounds.startIncluded() ? ">= " : "> ") + bounds.start();
            String end = bounds.end() == null ? "" : (bounds.endIncluded() ? "<= " : "< ") + bounds.end();
            if (bounds.everything()) {
                return "every version";
            }
            return start.isEmpty() || end.isEmpty() ? start + end : start + ", " + end;
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
