package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatcherTest {

    private static final Range NET =
            new Range(Range.Kind.SEMVER, List.of(new Event.Introduced("0"), new Event.Fixed("0.17.0")));

    private static Advisory advisory(String ecosystem, String name, List<Range> ranges, List<String> versions) {
        return advisory(Optional.empty(), AffectedPackage.ofOsv(ecosystem, name, ranges, versions));
    }

    private static Advisory advisory(Optional<Instant> withdrawn, AffectedPackage... affected) {
        return new Advisory(
                "T-1", "test", List.of(), Optional.empty(), withdrawn, "", null, List.of(), null, List.of(affected));
    }

    private static Answer answer(Advisory advisory, String purl) {
        Component component = Component.ofPurl(purl);
        Matches matches = new Matcher(AdvisoryIndex.of(List.of(advisory))).match(component);
        assertThat(matches).isInstanceOf(Matches.Evaluated.class);
        List<Answer> answers = ((Matches.Evaluated) matches).answers();
        assertThat(answers).hasSize(1);
        assertThat(Matcher.match(advisory, ComponentIndex.of(List.of(component))))
                .isEqualTo(answers);
        return answers.getFirst();
    }

    @Test
    void saysWhyInJapaneseAndEnglish() {
        Answer answer = answer(
                advisory("Go", "golang.org/x/net", List.of(NET), List.of()), "pkg:golang/golang.org/x/net@0.7.0");
        assertThat(answer).isInstanceOf(Answer.Affected.class);
        assertThat(answer.sentence(Locale.JAPANESE)).isEqualTo("golang.org/x/net 0.7.0 は 0 以上 0.17.0 未満の範囲に入る");
        assertThat(answer.sentence(Locale.ENGLISH)).isEqualTo("golang.org/x/net 0.7.0 is in the range >= 0, < 0.17.0");
        assertThat(answer.match().fixed()).containsExactly("0.17.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Go, golang.org/x/net, pkg:golang/golang.org/x/net@v0.17.0, NotAffected",
        "Go, golang.org/x/net, pkg:golang/golang.org/x/net@v0.0.0-20190125091013-d26f9f9a57f3, Affected",
        "Go, golang.org/x/net, pkg:golang/golang.org/x/net@v0.17.0-0.20230101000000-aaaaaaaaaaaa, Affected",
        "Go, golang.org/x/net, pkg:golang/golang.org/x/net@(devel), Indeterminate",
        "Go, golang.org/x/net, pkg:golang/golang.org/x/net, Indeterminate",
        "Go, github.com/Masterminds/goutils, pkg:golang/github.com/masterminds/goutils@v0.1.0%2Bincompatible, Affected",
        "Go, stdlib, pkg:golang/std@go0.16rc1, Affected",
        "Go, stdlib, pkg:golang/stdlib@0.17.0, NotAffected",
        "PyPI, Ruamel_Yaml.X, pkg:pypi/ruamel-yaml-x@0.17rc1, Affected",
        "PyPI, Ruamel_Yaml.X, pkg:pypi/ruamel_yaml.x@0.17, NotAffected",
        "PyPI, a, pkg:pypi/a@0.17-legacy-1, Indeterminate",
        "Maven, g:a, pkg:maven/g/a@0.17.0-SNAPSHOT, Affected",
        "Maven, g:a, pkg:maven/g/a@0.17.0-ga, NotAffected",
        "npm, @s/p, pkg:npm/%40s/p@0.17.0-rc.1, Affected",
        "npm, @s/p, pkg:npm/%40s/p@0.17.0%2Bbuild, NotAffected",
    })
    void comparesByTheOrderOfTheEcosystem(String ecosystem, String name, String purl, String expected) {
        Answer answer = answer(advisory(ecosystem, name, List.of(NET), List.of()), purl);
        assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Nested
    class Ranges {

        private String at(String version, Event... events) {
            Range range = new Range(Range.Kind.SEMVER, List.of(events));
            return answer(advisory("npm", "a", List.of(range), List.of()), "pkg:npm/a@" + version)
                    .getClass()
                    .getSimpleName();
        }

        @Test
        void lastAffectedIsInclusive() {
            Event[] events = {new Event.LastAffected("2.0.0"), new Event.Introduced("1.0.0")};
            assertThat(at("0.9.9", events)).isEqualTo("NotAffected");
            assertThat(at("1.0.0", events)).isEqualTo("Affected");
            assertThat(at("2.0.0", events)).isEqualTo("Affected");
            assertThat(at("2.0.1", events)).isEqualTo("NotAffected");
        }

        @Test
        void aSingleVersionMayBeBothEnds() {
            Event[] events = {new Event.LastAffected("1.0.0"), new Event.Introduced("1.0.0")};
            assertThat(at("1.0.0", events)).isEqualTo("Affected");
            assertThat(at("1.0.1", events)).isEqualTo("NotAffected");
        }

        @Test
        void eventsNeedNoOrder() {
            Event[] events = {
                new Event.Fixed("4.0.0"),
                new Event.Introduced("3.0.0"),
                new Event.Fixed("2.0.0"),
                new Event.Introduced("0")
            };
            assertThat(at("1.0.0", events)).isEqualTo("Affected");
            assertThat(at("2.5.0", events)).isEqualTo("NotAffected");
            assertThat(at("3.5.0", events)).isEqualTo("Affected");
            assertThat(at("4.0.0", events)).isEqualTo("NotAffected");
        }

        @Test
        void aLimitEndsTheRange() {
            assertThat(at("2.0.0", new Event.Introduced("0"), new Event.Limit("2.0.0")))
                    .isEqualTo("NotAffected");
            assertThat(at("1.0.0", new Event.Introduced("0"), new Event.Limit("2.0.0")))
                    .isEqualTo("Affected");
            assertThat(at("3.0.0", new Event.Introduced("0"), new Event.Limit("*")))
                    .isEqualTo("Affected");
        }

        @Test
        void anUnreadableEventIsNeverANo() {
            assertThat(at("1.0.0", new Event.Introduced("0"), new Event.Fixed("next")))
                    .isEqualTo("Indeterminate");
        }
    }

    @Test
    void aNamedVersionSufficesAndEqualVersionsAreOne() {
        Advisory advisory = advisory("PyPI", "a", List.of(), List.of("1.0", "2.0"));
        assertThat(answer(advisory, "pkg:pypi/a@1.0.0")).isInstanceOf(Answer.Affected.class);
        assertThat(answer(advisory, "pkg:pypi/a@1.1")).isInstanceOf(Answer.NotAffected.class);
    }

    @Test
    void aVersionThatIsNoneIsFoundAsItIsNamed() {
        Advisory advisory = advisory("npm", "a", List.of(), List.of("1.0.0", "nightly build"));
        assertThat(answer(advisory, "pkg:npm/a@nightly%20build"))
                .isInstanceOfSatisfying(
                        Answer.Affected.class,
                        affected -> assertThat(affected.decision()).isEqualTo(new Decision.Listed("nightly build")));
        assertThat(answer(advisory, "pkg:npm/a@weekly%20build")).isInstanceOf(Answer.Indeterminate.class);
    }

    @Test
    void whatIsOutsideIsToldTheRanges() {
        assertThat(answer(advisory("npm", "a", List.of(NET), List.of()), "pkg:npm/a@0.18.0"))
                .isInstanceOfSatisfying(
                        Answer.NotAffected.class,
                        outside -> assertThat(outside.decision())
                                .isEqualTo(new Decision.Outside(
                                        "0.18.0", List.of(new Interval("0", Optional.of(new Event.Fixed("0.17.0")))))));
    }

    @Test
    void commitsAloneDecideNothing() {
        Range git = new Range(Range.Kind.GIT, List.of(new Event.Introduced("0"), new Event.Fixed("abc")));
        Answer answer = answer(advisory("PyPI", "a", List.of(git), List.of()), "pkg:pypi/a@1.0");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Indeterminate.class, i -> assertThat(i.reason()).isEqualTo(new Reason.OnlyCommits()));
    }

    @Test
    void everyVersionNeedsNoVersion() {
        Range every = new Range(Range.Kind.SEMVER, List.of(new Event.Introduced("0")));
        assertThat(answer(advisory("npm", "a", List.of(every), List.of()), "pkg:npm/a"))
                .isInstanceOf(Answer.Affected.class);
    }

    @Test
    void aWithdrawnAdvisoryAffectsNothing() {
        Advisory advisory = advisory(
                Optional.of(Instant.EPOCH), AffectedPackage.ofOsv("Go", "golang.org/x/net", List.of(NET), List.of()));
        assertThat(answer(advisory, "pkg:golang/golang.org/x/net@0.7.0")).isInstanceOf(Answer.NotAffected.class);
    }

    @Test
    void whatCannotBeIdentifiedIsNotEvaluated() {
        Matcher matcher = new Matcher(AdvisoryIndex.of(List.of()));
        assertThat(matcher.match(Component.ofPurl("pkg:teapot/a@1"))).isInstanceOf(Matches.NotEvaluated.class);
        assertThat(matcher.match(Component.ofPurl("no purl"))).isInstanceOf(Matches.NotEvaluated.class);
        assertThat(matcher.match(new Component(null, null, "a", "1", null))).isInstanceOf(Matches.NotEvaluated.class);
    }

    @Test
    void unknownEcosystemsOfAnAdvisoryAreTold() {
        assertThat(Matcher.unknown(advisory("Teapot", "a", List.of(NET), List.of())))
                .hasSize(1);
    }
}
