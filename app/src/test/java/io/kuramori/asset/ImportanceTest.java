package io.kuramori.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.asset.Importance.Aspect;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every combination of ratings against the rule, written another way.
class ImportanceTest {

    @Test
    void theLevelIsTheHighestRatingAndNamesWhoReachesIt() {
        for (int c = 1; c <= 3; c++) {
            for (int i = 1; i <= 3; i++) {
                for (int a = 1; a <= 3; a++) {
                    var importance = Importance.of(c, i, a, false);
                    int level = c == 3 || i == 3 || a == 3 ? 3 : c == 2 || i == 2 || a == 2 ? 2 : 1;
                    assertThat(importance.level()).as("%d %d %d", c, i, a).isEqualTo(level);
                    assertThat(importance.deciding().contains(Aspect.CONFIDENTIALITY))
                            .isEqualTo(c == level);
                    assertThat(importance.deciding().contains(Aspect.INTEGRITY)).isEqualTo(i == level);
                    assertThat(importance.deciding().contains(Aspect.AVAILABILITY))
                            .isEqualTo(a == level);
                    assertThat(Importance.of(c, i, a, true).level()).isEqualTo(3);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "1,2,1,2", "1,1,3,3", "3,1,1,3", "2,2,2,2"})
    void examples(int c, int i, int a, int level) {
        assertThat(Importance.of(c, i, a, false).level()).isEqualTo(level);
    }

    @Test
    void aCriticalOperationAloneDecidesWhenNoRatingIsHigh() {
        assertThat(Importance.of(1, 1, 1, true)).isEqualTo(new Importance(3, Set.of(), true));
    }
}
