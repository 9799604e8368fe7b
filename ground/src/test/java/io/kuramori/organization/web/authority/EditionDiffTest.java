package io.kuramori.organization.web.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.Decider;
import io.kuramori.organization.PostId;
import io.kuramori.organization.web.authority.EditionDiff.Change;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EditionDiffTest {

    private static final UUID HEAD = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();

    @Test
    void mattersAreMatchedByNameAndCondition() {
        var before = List.of(
                rule("risk.acceptance", null, HEAD, "12"),
                rule("risk.acceptance", "重要度 高", OFFICER, "12"),
                rule("release.gate", null, HEAD, "20"),
                rule("rule.adoption", null, HEAD, "3"));
        var after = List.of(
                rule("access.privileged", null, HEAD, "9"),
                rule("risk.acceptance", null, HEAD, "12"),
                rule("risk.acceptance", "重要度 高", HEAD, "12"),
                rule("rule.adoption", null, HEAD, "4"));

        assertThat(EditionDiff.between(before, after))
                .extracting(line -> line.rule().decision() + " " + line.change())
                .containsExactly(
                        "risk.acceptance " + Change.SAME,
                        "risk.acceptance " + Change.CHANGED,
                        "release.gate " + Change.REMOVED,
                        "rule.adoption " + Change.CHANGED,
                        "access.privileged " + Change.ADDED);
    }

    private static Rule rule(String decision, @Nullable String condition, UUID post, String article) {
        return new Rule(
                UUID.randomUUID(),
                new InstitutionId(UUID.randomUUID()),
                1,
                new AuthorityTableId(UUID.randomUUID()),
                decision,
                article,
                condition,
                new Decider.ByPost(new PostId(post)),
                null);
    }
}
