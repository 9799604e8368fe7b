package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.identity.signin.PasswordPolicy.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "elevenchars,TOO_SHORT",
        "hanako.yamada-2026,CONTAINS_NAME",
        "HANAKO.YAMADA-2026,CONTAINS_NAME",
        "aaaaaaaaaaaaaaa,TOO_SIMPLE",
        "password12345,TOO_SIMPLE",
        "kuramorikuramori1,TOO_SIMPLE",
        "柿の木に雀が三羽とまっている,",
        "correct horse battery,"
    })
    void namesWhatIsWrong(String password, Flaw flaw) {
        assertThat(PasswordPolicy.flaw(password, "hanako.yamada@example.jp", "山田 花子")
                        .orElse(null))
                .isEqualTo(flaw);
    }
}
