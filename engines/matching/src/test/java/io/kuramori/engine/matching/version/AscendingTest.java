package io.kuramori.engine.matching.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each order against a list of versions of our own in ascending order: every pair, both ways round. Texts on one line
/// are equal; a line that begins with `!` holds texts that are refused.
final class AscendingTest {

    @TestFactory
    Stream<DynamicTest> everyPairStandsAsListed() {
        return Orders.all().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue(), lines(entry.getKey()))));
    }

    private static <K extends Comparable<K>> void check(VersionOrder<K> order, List<String> lines) {
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            String line = lines.get(place);
            boolean refused = line.startsWith("! ");
            for (String text : line.substring(refused ? 2 : 0).split(" ", -1)) {
                if (refused) {
                    assertThat(order.parse(text)).as(text).isInstanceOf(Parse.Unparsable.class);
                } else {
                    texts.add(text);
                    places.add(place);
                }
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.size(); j++) {
                K left = key(order, texts.get(i));
                K right = key(order, texts.get(j));
                assertThat(Integer.signum(left.compareTo(right)))
                        .as("%s and %s", texts.get(i), texts.get(j))
                        .isEqualTo(Integer.compare(places.get(i), places.get(j)));
                if (places.get(i).equals(places.get(j))) {
                    assertThat(left).isEqualTo(right).hasSameHashCodeAs(right);
                } else {
                    assertThat(left).isNotEqualTo(right);
                }
            }
        }
    }

    private static <K extends Comparable<K>> K key(VersionOrder<K> order, String text) {
        Parse<K> parse = order.parse(text);
        assertThat(parse).as(text).isInstanceOf(Parse.Parsed.class);
        return ((Parse.Parsed<K>) parse).key();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(AscendingTest.class.getResourceAsStream(name + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
