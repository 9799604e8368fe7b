package io.kuramori.identity.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people choose first: well-known words (`common-passwords.txt`), also written with digits and signs for letters,
/// walks along the keyboard, the alphabet or the kana, and years. As rules instead of a list, since what is known has
/// few entries of twelve characters and people lengthen those with exactly these.
final class CommonPasswords {

    /// So many different characters must be left once all of that is taken out.
    private static final int DIFFERENT_CHARACTERS = 6;

    private static final int SHORTEST_WALK = 4;
    private static final Pattern YEAR =
            Pattern.compile("(19|20)[0-9]{2}([01][0-9][0-3][0-9])?|(令和|平成|昭和|reiwa|heisei|showa)[0-9]{0,2}年?");

    private static final List<String> WALKS = Stream.of(
                    "1234567890",
                    "0123456789",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "abcdefghijklmnopqrstuvwxyz",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "!\"#$%&'()",
                    "!@#$%^&*()",
                    "あいうえおかきくけこさしすせそたちつてとなにぬねの",
                    "いろはにほへとちりぬるを")
            .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
            .toList();

    private final List<String> words = words();

    /// Whether the password is made of common parts and little else.
    ///
    /// @param password folded ([PasswordPolicy#folded])
    boolean nothingElseIn(String password) {
        var rest = withoutWalks(YEAR.matcher(withoutWords(password)).replaceAll(" "));
        rest = withoutWords(asLetters(rest));
        return rest.codePoints()
                        .filter(c -> !Character.isWhitespace(c))
                        .distinct()
                        .count()
                < DIFFERENT_CHARACTERS;
    }

    private String withoutWords(String text) {
        var rest = text;
        for (String word : words) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }

    private static String withoutWalks(String text) {
        var rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = walkAt(text, at);
            if (length == 0) {
                rest.append(text.charAt(at));
            }
            at += Math.max(length, 1);
        }
        return rest.toString();
    }

    /// The length of the longest walk that begins here; 0 when there is none.
    private static int walkAt(String text, int at) {
        int longest = 0;
        for (String walk : WALKS) {
            for (int from = 0; from <= walk.length() - SHORTEST_WALK; from++) {
                int length = 0;
                while (at + length < text.length()
                        && from + length < walk.length()
                        && text.charAt(at + length) == walk.charAt(from + length)) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest < SHORTEST_WALK ? 0 : longest;
    }

    private static String asLetters(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /// The longest first: a word within another one is not to leave its ends behind.
    private static List<String> words() {
        try (var in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split(" ", -1)))
                    .map(PasswordPolicy::folded)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
