package io.kuramori.evidence.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "個人番号：123456789018です",
                "1234 5678 9018",
                "1234-5678-9018",
                "１２３４　５６７８　９０１８",
                "１２３４－５６７８－９０１８",
                "1 2 3 4 5 6 7 8 9 0 1 8",
                "2026-11-25 1234-5678-9018 済",
                "02 1234 5678 9018",
                "(123456789018)",
                "id,123456789018,x",
                "マイナンバー 202611251531"
            })
    void findsAnIndividualNumber(String text) {
        assertThat(NumberFinder.in(text)).extracting(Found::kind).containsExactly(NumberKind.INDIVIDUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "４１１１ １１１１ １１１１ １１１１",
                "5555555555554444",
                "2223003122003222",
                "3530111333300000",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "3056 930902 5904",
                "6011111111111117",
                "6212345678901232"
            })
    void findsACardNumber(String text) {
        assertThat(NumberFinder.in(text)).extracting(Found::kind).containsExactly(NumberKind.CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789019", // a wrong check digit
                "4111111111111112",
                "9111111111111111", // nobody's range
                "1234567890182", // thirteen digits
                "T8000012010038", // a corporate number, public
                "8000012010038",
                "123e4567-e89b-12d3-a456-123456789018", // a UUID
                "a4111111111111111f", // a hash
                "deadbeef123456789018",
                "0.123456789018",
                "+123456789018", // a telephone number
                "090-1234-5678",
                "03-1234-5678",
                "202611251531", // a minute, with a digit that fits
                "1234 5678 9018 1234", // four groups of four
                "1234-5678 9018",
                "1234\n5678\n9018", // never across lines
                "1234,5678,9018"
            })
    void leavesAlone(String text) {
        assertThat(NumberFinder.in(text)).isEmpty();
    }

    @Test
    void showsTheLastDigitsOnly() {
        assertThat(NumberFinder.in("本人 123456789018 カード 4111-1111-1111-1111"))
                .isEqualTo(List.of(
                        new Found(NumberKind.INDIVIDUAL, "*********018", 3),
                        new Found(NumberKind.CARD, "************1111", 20)));
    }

    @Test
    void everyOtherLastDigitOfAnIndividualNumberIsWrong() {
        for (char last = '0'; last <= '9'; last++) {
            assertThat(CheckDigits.individual("12345678901" + last)).isEqualTo(last == '8');
        }
    }

    @Test
    void aCorporateNumberIsToldByItsFirstDigit() {
        assertThat(CheckDigits.corporate("7000012050002")).isTrue();
        assertThat(CheckDigits.corporate("8000012010038")).isTrue();
        assertThat(CheckDigits.corporate("8000012010037")).isFalse();
    }
}
