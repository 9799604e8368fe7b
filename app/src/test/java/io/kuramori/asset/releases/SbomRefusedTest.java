package io.kuramori.asset.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a bill of materials has words in both languages, with its place.
class SbomRefusedTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfMistakeHasWords(Kind kind) throws IOException {
        var refused = new SbomRefused(new Problem(kind, "/components/3", 1234, 5, "a string", "7"), 2);
        for (String file : new String[] {"asset.properties", "asset_en.properties"}) {
            assertThat(said(file, refused)).startsWith("bom.json:1234:5 /components/3: ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void mistakesBesidesAreCounted(int more) throws IOException {
        var refused = new SbomRefused(new Problem(Kind.TYPE, "/x", 2, 0, "a string", "7"), more);
        String japanese = said("asset.properties", refused);
        String english = said("asset_en.properties", refused);
        assertThat(japanese).startsWith("bom.json:2 /x: ").contains("「7」");
        assertThat(english).contains("expected a string, found “7”.");
        if (more == 0) {
            assertThat(japanese).endsWith("。").doesNotContain("ほかに");
            assertThat(english).endsWith("“7”.");
        } else {
            assertThat(japanese).endsWith("ほかに %,d か所。".formatted(more));
            assertThat(english).endsWith(" And %,d more.".formatted(more));
        }
    }

    private static String said(String file, SbomRefused refused) throws IOException {
        var words = new Properties();
        try (InputStream bytes = SbomRefusedTest.class.getResourceAsStream("/messages/" + file)) {
            words.load(new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
        }
        return MessageFormat.format(
                Objects.requireNonNull(words.getProperty(refused.key()), refused.key()),
                refused.place("bom.json"),
                refused.problem().found(),
                refused.problem().expected(),
                refused.more());
    }
}
