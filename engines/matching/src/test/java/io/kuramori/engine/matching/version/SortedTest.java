package io.kuramori.engine.matching.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SortedTest {

    @Test
    void sortsAsListsDoAndKeepsWhatIsEqualInPlace() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<int[]> given = IntStream.range(0, round)
                    .mapToObj(place -> new int[] {random.nextInt(20), place})
                    .toList();
            Comparator<int[]> order = Comparator.comparingInt(pair -> pair[0]);
            List<int[]> expected = new ArrayList<>(given);
            expected.sort(order);
            assertThat(Sorted.by(order, given)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void anOrderThatRunsInCirclesHasAResult() {
        // Stone, paper, scissors, many times over; lists notice it only by luck.
        Comparator<Integer> ring = (left, right) -> {
            int apart = Math.floorMod(left - right, 3);
            return apart == 0 ? 0 : apart == 1 ? 1 : -1;
        };
        List<Integer> given = new Random(1).ints(500, 0, 3).boxed().toList();
        assertThatThrownBy(() -> new ArrayList<>(given).sort(ring)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Sorted.by(ring, given))
                .containsExactlyInAnyOrderElementsOf(given)
                .isEqualTo(Sorted.by(ring, given));
    }
}
