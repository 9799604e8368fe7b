package io.kuramori.asset.systems;

import io.kuramori.asset.systems.SystemMatches.Everything;
import io.kuramori.asset.systems.SystemMatches.Few;
import io.kuramori.asset.systems.SystemMatches.Many;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds systems by words, in two ways. Rare words are looked up in the index of pairs of characters, and their ids
/// settle both page and count. Of frequent words so many ids would come that gathering them costs more than the page;
/// then the ledger is walked in the order asked for, which meets enough of them soon.
@Repository
class SystemSearch {

    /// Ids that are gathered at most.
    static final int FEW = 1_000;

    private final JdbcClient jdbc;

    SystemSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param words in the form of search keys; all must occur
    SystemMatches matches(List<String> words) {
        if (words.isEmpty()) {
            return new Everything();
        }

        var ids = words.stream().anyMatch(word -> word.length() > 1) ? indexed(words) : walked(words);
        return ids.size() > FEW ? new Many(words, ids) : new Few(ids);
    }

    private List<UUID> indexed(List<String> words) {
        return jdbc.sql("select asset.find_systems(cast(:words as text[])) limit :most")
                .param("words", words.toArray(String[]::new))
                .param("most", FEW + 1)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Single characters are in no pair, so no index helps.
    private List<UUID> walked(List<String> words) {
        var params = new HashMap<String, Object>();
        String condition = condition(words, params);
        params.put("most", FEW + 1);
        return jdbc.sql("select s.id from asset.system s where " + condition + " limit :most")
                .params(params)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The condition for a row in which every word occurs. The planner takes `position(…) > 0` for one row in three,
    /// and so walks an index of the order instead of sorting all; of `like` it would believe that few rows meet it.
    static String condition(List<String> words, Map<String, Object> params) {
        var condition = new StringBuilder("true");
        for (int i = 0; i < words.size(); i++) {
            params.put("word" + i, words.get(i));
            condition.append(" and position(:word").append(i).append(" in s.search_key) > 0");
        }
        return condition.toString();
    }
}
