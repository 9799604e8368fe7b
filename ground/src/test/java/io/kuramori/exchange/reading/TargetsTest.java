package io.kuramori.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TargetsTest {

    private final Targets targets =
            new Targets(Map.of("BANK/SYS", "システム部", "BANK/RISK", "リスク統括部", "PAY/RISK", "リスク管理部", "PAY/DEV", "システム部"));

    @Test
    void aWholeCodeIsFound() {
        assertThat(targets.find("BANK/RISK")).isEqualTo("BANK/RISK");
        assertThat(targets.find("ｂａｎｋ／ｒｉｓｋ")).isEqualTo("BANK/RISK");
    }

    @Test
    void theLastPartOfACodeIsFoundWhenOnlyOneHasIt() {
        assertThat(targets.find("SYS")).isEqualTo("BANK/SYS");
        assertThat(targets.find("RISK")).isNull();
        assertThat(targets.ambiguous("RISK")).isTrue();
    }

    @Test
    void aNameIsFoundWhenOnlyOneHasIt() {
        assertThat(targets.find("リスク管理部")).isEqualTo("PAY/RISK");
        assertThat(targets.find("システム部")).isNull();
        assertThat(targets.ambiguous("システム部")).isTrue();
    }

    @Test
    void whatIsNearIsSuggested() {
        assertThat(targets.find("BANK/RISC")).isNull();
        assertThat(targets.near("BANK/RISC")).isEqualTo("BANK/RISK");
    }
}
