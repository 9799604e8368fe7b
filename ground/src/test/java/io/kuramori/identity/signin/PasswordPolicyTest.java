package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.identity.signin.PasswordPolicy.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy("seven grey herons"::equals);

    @ParameterizedTest
    @CsvSource({
        "elevenchars,TOO_SHORT",
        "hanako.yamada-2026,CONTAINS_NAME",
        "HANAKO.YAMADA-2026,CONTAINS_NAME",
        "aaaaaaaaaaaaaaa,TOO_SIMPLE",
        "password12345,TOO_SIMPLE",
        "kuramorikuramori1,TOO_SIMPLE",
        "seven grey herons,LEAKED",
        "柿の木に雀が三羽とまっている,",
        "correct horse battery,"
    })
    void namesWhatIsWrong(String password, Flaw flaw) {
        assertThat(policy.flaw(password, "hanako.yamada@example.jp", "山田 花子").orElse(null))
                .isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "P@$$w0rd2026!!",
        "1qaz2wsx3edc4rfv",
        "poiuytrewq0987",
        "qwertyuiop[]",
        "Welcome20261125",
        "ｐａｓｓｗｏｒｄ１２３４",
        "くらもりくらもり2026",
        "クラモリ令和8年パスワード",
        "kuramori-admin-2026",
        "あいうえおかきくけこさし",
        "Tokyo2020Summer!",
        "銀行管理者パスワード１２３４",
        "zyxwvutsrqpon",
        "adm1n1str4t0r"
    })
    void knowsWhatPeopleChooseFirst(String password) {
        assertThat(policy.flaw(password, "jiro@example.jp", "鈴木 次郎")).contains(Flaw.TOO_SIMPLE);
    }

    @ParameterizedTest
    @CsvSource({"my password is a heron", "銀行の裏の柿の木が実った", "x7!Kp#2vQz9@Lm", "1984 was cold and bright"})
    void allowsACommonWordWithEnoughAroundIt(String password) {
        assertThat(policy.flaw(password, "jiro@example.jp", "鈴木 次郎")).isEmpty();
    }
}
