package io.kuramori.engine.matching.vex.csaf;

import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives products their ids in a document. A vulnerability may name an id once only, so a product of which two things
/// are said has two.
final class ProductIds {

    /// @param whole the id of what it is a part of, when it is one
    /// @param part the id of that part
    record Entry(String id, Product product, Optional<String> whole, Optional<String> part) {}

    private record Key(Product product, Optional<Product> part) {}

    private final Map<Key, List<String>> ids = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /// The id of what a statement speaks of, other than those in use.
    String of(Statement statement, Set<String> used) {
        return id(new Key(statement.product(), statement.subcomponent()), used);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private String id(Key key, Set<String> used) {
        Optional<String> free = ids.getOrDefault(key, List.of()).stream()
                .filter(id -> !used.contains(id))
                .findFirst();
        if (free.isPresent()) {
            return free.get();
        }
        Optional<String> whole = key.part.map(part -> id(new Key(key.product, Optional.empty()), Set.of()));
        Optional<String> part = key.part.map(inner -> id(new Key(inner, Optional.empty()), Set.of()));
        String id = "CSAFPID-%04d".formatted(entries.size() + 1);
        entries.add(new Entry(id, key.part.orElse(key.product), whole, part));
        ids.computeIfAbsent(key, any -> new ArrayList<>()).add(id);
        return id;
    }
}
