package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.cpe.Cpe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Configurations as they stand, over what is installed together.
final class ConfigurationTest {

    private static final Criterion VAULT = criterion("cpe:2.3:a:acme:vault:*:*:*:*:*:*:*:*", "2.0", true);
    private static final Criterion NIGHT = criterion("cpe:2.3:o:acme:night:*:*:*:*:*:*:*:*", null, false);
    private static final Component OLD_VAULT = cpe("cpe:2.3:a:acme:vault:1.5:*:*:*:*:*:*:*");
    private static final Component NEW_VAULT = cpe("cpe:2.3:a:acme:vault:2.0:*:*:*:*:*:*:*");
    private static final Component NIGHT_7 = cpe("cpe:2.3:o:acme:night:7:*:*:*:*:*:*:*");
    private static final Component DAY_7 = cpe("cpe:2.3:o:acme:day:7:*:*:*:*:*:*:*");

    private static Criterion criterion(
            String name, @org.jspecify.annotations.Nullable String before, boolean vulnerable) {
        Bounds bounds = before == null ? Bounds.ALL : Bounds.before(before);
        return new Criterion(((Cpe.Read) Cpe.parse(name)).cpe(), bounds, vulnerable);
    }

    private static Component cpe(String name) {
        return new Component(null, name, "c", null, null);
    }

    private static Advisory advisory(Applicability... configurations) {
        return new Advisory(
                "T-1",
                "test",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(configurations),
                List.of());
    }

    /// The answer about the first component; all of them are installed together.
    private static Answer answer(Applicability configuration, Component... components) {
        Environment environment = Environment.of(Arrays.asList(components));
        Advisory advisory = advisory(configuration);
        List<Answer> answers = Matcher.match(advisory, environment);
        List<Answer> others = new Matcher(AdvisoryIndex.of(List.of(advisory)))
                .match(environment).stream()
                        .flatMap(matches -> ((Matches.Evaluated) matches).answers().stream())
                        .toList();
        assertThat(others).isEqualTo(answers);
        return answers.stream()
                .filter(answer -> answer.match().component().equals(components[0]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCriterionAlone() {
        assertThat(answer(VAULT, OLD_VAULT)).isInstanceOf(Answer.Affected.class);
        assertThat(answer(VAULT, OLD_VAULT).match().fixed()).containsExactly("2.0");
        assertThat(answer(VAULT, NEW_VAULT)).isInstanceOf(Answer.NotAffected.class);
        assertThat(answer(VAULT, cpe("cpe:/a:acme:vault"))).isInstanceOf(Answer.Indeterminate.class);
        assertThat(answer(VAULT, cpe("cpe:/a:acme:vault:2.0:rc1"))).isInstanceOf(Answer.Affected.class);
    }

    @Nested
    class RunningOn {

        private final Applicability both = new Applicability.All(List.of(VAULT, NIGHT));

        @Test
        void theSurroundingsDecide() {
            assertThat(answer(both, OLD_VAULT, NIGHT_7)).isInstanceOf(Answer.Affected.class);
            assertThat(answer(both, OLD_VAULT, DAY_7)).isInstanceOf(Answer.NotAffected.class);
            assertThat(answer(both, NEW_VAULT, NIGHT_7)).isInstanceOf(Answer.NotAffected.class);
        }

        @Test
        void surroundingsNobodyListedStayOpen() {
            assertThat(answer(both, OLD_VAULT))
                    .isInstanceOfSatisfying(
                            Answer.Indeterminate.class,
                            open -> assertThat(open.reason()).isEqualTo(new Reason.UnknownSurroundings(NIGHT)));
            assertThat(answer(both, NEW_VAULT)).isInstanceOf(Answer.NotAffected.class);
        }

        @Test
        void thePlatformItselfIsNotSpokenOf() {
            Environment environment = Environment.of(List.of(NIGHT_7));
            assertThat(Matcher.match(advisory(both), environment)).isEmpty();
        }

        @Test
        void theSentenceNamesTheNodes() {
            assertThat(answer(both, OLD_VAULT, NIGHT_7).sentence(Locale.ENGLISH))
                    .isEqualTo("acme vault 1.5 meets cpe:2.3:a:acme:vault:*:*:*:*:*:*:*:* (< 2.0), together with "
                            + "cpe:2.3:o:acme:night:*:*:*:*:*:*:*:*");
            assertThat(answer(both, OLD_VAULT).sentence(Locale.JAPANESE))
                    .isEqualTo("影響は cpe:2.3:o:acme:night:*:*:*:*:*:*:*:* と共に使う場合に限られるが、それがあるか分からない");
        }
    }

    @Test
    void alternativesThatNeedDifferentSurroundingsAreNotMixed() {
        Criterion gate = criterion("cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*", "3.0", true);
        Criterion day = criterion("cpe:2.3:o:acme:day:*:*:*:*:*:*:*:*", null, false);
        Applicability either = new Applicability.Any(
                List.of(new Applicability.All(List.of(VAULT, NIGHT)), new Applicability.All(List.of(gate, day))));
        Component oldGate = cpe("cpe:2.3:a:acme:gate:1.0:*:*:*:*:*:*:*");

        assertThat(answer(either, OLD_VAULT, oldGate, NIGHT_7)).isInstanceOf(Answer.Affected.class);
        assertThat(answer(either, oldGate, OLD_VAULT, NIGHT_7)).isInstanceOf(Answer.NotAffected.class);
    }

    @Test
    void twoWeaknessesThatNeedEachOther() {
        Criterion gate = criterion("cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*", "3.0", true);
        Applicability both = new Applicability.All(List.of(VAULT, gate));
        Component oldGate = cpe("cpe:2.3:a:acme:gate:1.0:*:*:*:*:*:*:*");
        Component newGate = cpe("cpe:2.3:a:acme:gate:4.0:*:*:*:*:*:*:*");

        assertThat(answer(both, OLD_VAULT, oldGate)).isInstanceOf(Answer.Affected.class);
        assertThat(answer(both, OLD_VAULT, newGate)).isInstanceOf(Answer.NotAffected.class);
        assertThat(answer(both, OLD_VAULT)).isInstanceOf(Answer.Indeterminate.class);
    }

    @Test
    void aNegationIsEvaluatedAndNotDropped() {
        Applicability notNight = new Applicability.All(List.of(VAULT, new Applicability.Not(NIGHT)));
        assertThat(answer(notNight, OLD_VAULT, NIGHT_7)).isInstanceOf(Answer.NotAffected.class);
        assertThat(answer(notNight, OLD_VAULT, DAY_7)).isInstanceOf(Answer.Affected.class);
        assertThat(answer(notNight, OLD_VAULT)).isInstanceOf(Answer.Indeterminate.class);

        Applicability notOld = new Applicability.Not(VAULT);
        assertThat(answer(notOld, OLD_VAULT)).isInstanceOf(Answer.NotAffected.class);
        assertThat(answer(notOld, NEW_VAULT)).isInstanceOf(Answer.Affected.class);
    }

    @Nested
    class Names {

        private Answer at(String criterion, String component) {
            return answer(ConfigurationTest.criterion(criterion, null, true), cpe(component));
        }

        @Test
        void aNamedVersion() {
            String one = "cpe:2.3:a:acme:vault:1.0:*:*:*:*:*:*:*";
            assertThat(at(one, "cpe:/a:acme:vault:1.0")).isInstanceOf(Answer.Affected.class);
            assertThat(at(one, "cpe:/a:acme:vault:1.0.0")).isInstanceOf(Answer.Affected.class);
            assertThat(at(one, "cpe:/a:acme:vault:1.1")).isInstanceOf(Answer.NotAffected.class);
            assertThat(at(one, "cpe:/a:acme:vault")).isInstanceOf(Answer.Indeterminate.class);
            assertThat(at("cpe:2.3:a:acme:vault:1.*:*:*:*:*:*:*:*", "cpe:/a:acme:vault:1.7"))
                    .isInstanceOf(Answer.Affected.class);
        }

        @Test
        void anUpdateTheComponentLeavesOpenIsOpen() {
            String candidate = "cpe:2.3:a:acme:vault:1.0:rc1:*:*:*:*:*:*";
            assertThat(at(candidate, "cpe:/a:acme:vault:1.0")).isInstanceOf(Answer.Indeterminate.class);
            assertThat(at(candidate, "cpe:/a:acme:vault:1.0:rc1")).isInstanceOf(Answer.Affected.class);
            assertThat(at("cpe:2.3:a:acme:vault:1.0:-:*:*:*:*:*:*", "cpe:/a:acme:vault:1.0"))
                    .isInstanceOf(Answer.Affected.class);
        }

        @Test
        void aWiderNameIsLessSure() {
            String plugin = "cpe:2.3:a:acme:vault:1.0:*:*:*:*:press:*:*";
            Answer wide = at(plugin, "cpe:/a:acme:vault:1.0");
            assertThat(wide).isInstanceOf(Answer.Affected.class);
            assertThat(wide.match().confidence()).isEqualTo(Confidence.CPE_WIDER);
            assertThat(at(plugin, "cpe:2.3:a:acme:vault:1.0:*:*:*:*:press:*:*")
                            .match()
                            .confidence())
                    .isEqualTo(Confidence.CPE);
            assertThat(at(plugin, "cpe:2.3:a:acme:vault:1.0:*:*:*:*:node:*:*")).isInstanceOf(Answer.NotAffected.class);
        }

        @Test
        void supplierAndNameStandInForACpe() {
            Component named = new Component(null, null, "Vault", "1.5", "ACME");
            Answer answer = answer(VAULT, named);
            assertThat(answer).isInstanceOf(Answer.Affected.class);
            assertThat(answer.match().confidence()).isEqualTo(Confidence.NAME);
        }
    }
}
