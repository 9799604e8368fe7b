package io.kuramori.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.shell.ListColumn.Order;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class ListQueryTest {

    private static final ListColumn CODE = ListColumn.text("code", "c").sorted(Order.ASCENDING);
    private static final ListColumn NAME = ListColumn.text("name", "n");
    private static final ListColumn LEVEL = ListColumn.number("level", "l").sorted(Order.DESCENDING);
    private static final ListColumn NOTE = ListColumn.text("note", "x").onDemand();
    private static final ListShape SHAPE =
            new ListShape("/things", List.of("q", "level"), List.of(CODE, NAME, LEVEL, NOTE), "code");

    @Test
    void theFirstColumnAlwaysStandsAndTheStandardOnesWhenNoneIsChosen() {
        assertThat(ListQuery.parse(SHAPE, "").columns()).containsExactly(CODE, NAME, LEVEL);
        assertThat(ListQuery.parse(SHAPE, "?cols=note").columns()).containsExactly(CODE, NOTE);
        assertThat(ListQuery.parse(SHAPE, "?cols=note,level").columns()).containsExactly(CODE, LEVEL, NOTE);
        assertThat(ListQuery.parse(SHAPE, "?cols=code&cols=note").columns()).containsExactly(CODE, NOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cols=nonsense", "?cols=", "?cols=,,,", "?cols=%ZZ", "?cols='--"})
    void columnsThatDoNotExistAreTheStandardOnes(String query) {
        assertThat(ListQuery.parse(SHAPE, query).columns()).containsExactly(CODE, NAME, LEVEL);
    }

    @ParameterizedTest
    @CsvSource({
        "'', code, ascending, /things?dir=desc&sort=code",
        "?sort=code, code, ascending, /things?dir=desc&sort=code",
        "?sort=code&dir=desc, code, descending, /things?sort=code",
        "?sort=level, level, descending, /things?dir=asc&sort=level",
        "?sort=level&dir=asc, level, ascending, /things?sort=level",
        "?sort=name, code, ascending, /things?dir=desc&sort=code",
        "?sort=level&dir=sideways, level, descending, /things?dir=asc&sort=level",
    })
    void aSecondClickOnTheHeadTurnsTheOrder(String query, String column, String aria, String turned) {
        var list = ListQuery.parse(SHAPE, query);
        assertThat(list.sort().key()).isEqualTo(column);
        assertThat(list.ariaSort(list.sort())).isEqualTo(aria);
        assertThat(list.sortedBy(list.sort())).isEqualTo(turned);
        assertThat(SHAPE.columns())
                .filteredOn(one -> list.ariaSort(one) != null)
                .hasSize(1);
    }

    @Test
    void theAddressHoldsTheWholeViewButOnlyWhatTheListKnows() {
        var request = new LinkedMultiValueMap<String, String>();
        request.add("q", "勘定 & 系=");
        request.add("sort", "level");
        request.add("after", "3~x");
        request.add("evil", "1");
        request.add("level", " ");
        var list = ListQuery.of(SHAPE, request);

        assertThat(list.filters()).containsExactly("q");
        assertThat(list.first()).isEqualTo("/things?q=%E5%8B%98%E5%AE%9A%20%26%20%E7%B3%BB%3D&sort=level");
        assertThat(list.file()).isEqualTo("/things.xlsx?q=%E5%8B%98%E5%AE%9A%20%26%20%E7%B3%BB%3D&sort=level");
        assertThat(ListQuery.parse(SHAPE, list.saved()))
                .isEqualTo(ListQuery.parse(SHAPE, list.first().substring(7)));
        assertThat(ListQuery.parse(SHAPE, list.saved()).value("q")).isEqualTo("勘定 & 系=");
        assertThat(list.without("q")).isEqualTo("/things?sort=level");
        assertThat(list.kept(Set.of("q"))).extracting(entry -> entry.getKey()).containsExactly("sort");
        assertThat(list.here()).contains("after=3~x");
    }

    @ParameterizedTest
    @CsvSource({"'', 50", "?rows=200, 200", "?rows=1000, 1000", "?rows=999999, 50", "?rows=x, 50", "?rows=-1, 50"})
    void aPageHoldsOneOfTheOfferedNumbers(String query, int rows) {
        assertThat(ListQuery.parse(SHAPE, query).size()).isEqualTo(rows);
    }
}
