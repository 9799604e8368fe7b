package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/systems?filter=overdue&asof=2026-11-16", "/systems/SYS-0042"})
    void keepsPathsOfOurs(String path) {
        assertThat(Next.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nb", "/login", "x"})
    void leadsHomeOtherwise(String path) {
        assertThat(Next.safe(path)).isEqualTo("/");
    }
}
