package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That what matches shares a name is shown by [DifferentialTest]; here, that it is not everything, and not another one
/// tomorrow.
final class ReachTest {

    private static final Component VAULT = new Component(
            "pkg:npm/vault@1.0.0",
            "cpe:2.3:a:acme:vault:1.0:*:*:*:*:*:*:*",
            "vault",
            "1.0.0",
            null,
            List.of("cpe:2.3:a:acme:strong_room:1.0:*:*:*:*:*:*:*"));

    @Test
    void whatIsNotSpokenOfSharesNoName() {
        assertThat(Collections.disjoint(Reach.of(about("npm", "vault")), Reach.of(VAULT)))
                .isFalse();
        assertThat(Collections.disjoint(Reach.of(about("npm", "vaults")), Reach.of(VAULT)))
                .isTrue();
        assertThat(Collections.disjoint(Reach.of(about("PyPI", "vault")), Reach.of(VAULT)))
                .isTrue();
    }

    /// When this fails, the numbers have changed: `EDITION` has to, too, so that those who keep them make them again.
    @Test
    void theNumbersAreThoseOfTheEdition() {
        assertThat(Reach.EDITION).isEqualTo(1);
        assertThat(Reach.of(VAULT))
                .containsExactly(
                        9066717950453030997L, -5375914527346690606L, 1658415449258215468L, 2100709971986749981L);
    }

    @Test
    void nothingReachesWhatHasNoIdentifier() {
        assertThat(Reach.of(new Component(null, null, "vault", "1.0.0", null))).isEmpty();
    }

    private static Advisory about(String ecosystem, String name) {
        AdvisoryDraft draft = new AdvisoryDraft("T-1", "test");
        draft.affected(AffectedPackage.ofOsv(ecosystem, name, List.of(), List.of("1.0.0")));
        return draft.done();
    }
}
