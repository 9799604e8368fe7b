package io.kuramori.identity.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @Test
    void isMadeWellFormedAndNeverTwice() {
        var one = KeyText.make();
        assertThat(one.text())
                .matches("krm_[0-9A-Za-z]{49}")
                .isNotEqualTo(KeyText.make().text());
        assertThat(one.wellFormed()).isTrue();
        assertThat(one.text()).startsWith(one.hint());
        assertThat(one.toString()).doesNotContain(one.text());
    }

    @Test
    void isNotWellFormedWithOneCharacterChanged() {
        var text = KeyText.make().text();
        for (int i = 4; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(new KeyText(text.substring(0, i) + other + text.substring(i + 1)).wellFormed())
                    .as("changed at %d", i)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krm_", "krm_äöü", "ghp_0123456789012345678901234567890123456789012000000"})
    void isNothingElse(String text) {
        assertThat(new KeyText(text).wellFormed()).isFalse();
    }
}
