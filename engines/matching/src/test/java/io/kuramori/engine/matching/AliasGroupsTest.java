package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AliasGroupsTest {

    private static Advisory advisory(String source, String id, String... aliases) {
        AdvisoryDraft draft = new AdvisoryDraft(id, source);
        List.of(aliases).forEach(draft::alias);
        return draft.done();
    }

    @Test
    void namesJoinThroughWhatAnyoneSaid() {
        AliasGroups groups = AliasGroups.of(List.of(
                advisory("osv", "PYSEC-2099-1", "GHSA-aaaa-bbbb-cccc"),
                advisory("ghsa", "GHSA-aaaa-bbbb-cccc", "CVE-2099-0001"),
                advisory("jvndb", "JVNDB-2099-000001", "CVE-2099-0001"),
                new AdvisoryDraft("CVE-2099-0002", "nvd")
                        .related("CVE-2099-0001")
                        .done()));

        AliasGroups.Group group = groups.of("JVNDB-2099-000001");
        assertThat(group.name()).isEqualTo("CVE-2099-0001");
        assertThat(group.names())
                .containsExactlyInAnyOrder("CVE-2099-0001", "GHSA-aaaa-bbbb-cccc", "JVNDB-2099-000001", "PYSEC-2099-1");
        assertThat(group.because())
                .contains(new AliasGroups.Assertion("jvndb", "JVNDB-2099-000001", "CVE-2099-0001"))
                .hasSize(3);
        assertThat(groups.of("PYSEC-2099-1")).isSameAs(group);
        assertThat(groups.of("CVE-2099-0002").names()).containsExactly("CVE-2099-0002");
        assertThat(groups.of("CVE-2099-9999").names()).containsExactly("CVE-2099-9999");
    }
}
