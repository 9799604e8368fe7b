package io.kuramori.asset.systems;

import io.kuramori.shell.ListChip;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.Page;
import java.util.List;
import java.util.Optional;

/// The ledger's filters in words.
final class SystemWords {

    private SystemWords() {}

    /// A filter whose value cannot be read narrows nothing and is not spoken of.
    static List<ListChip> chips(Page page, ListQuery query, List<Directory.Institution> institutions) {
        return query.filters().stream()
                .flatMap(filter -> words(page, filter, query.value(filter), institutions).stream()
                        .map(words -> new ListChip(words, query.without(filter))))
                .toList();
    }

    private static Optional<String> words(
            Page page, String filter, String value, List<Directory.Institution> institutions) {
        return switch (filter) {
            case "q" -> Optional.of(page.t("asset.chip.q", value));
            case "kind" -> known(page, "asset.system.kind." + value);
            case "importance" ->
                known(page, "asset.level." + value).map(level -> page.t("asset.chip.importance", level));
            case "exposure" ->
                known(page, "asset.exposure." + value).map(reach -> page.t("asset.chip.exposure", reach));
            case "institution" ->
                institutions.stream()
                        .filter(one -> one.id().value().toString().equals(value))
                        .map(Directory.Institution::name)
                        .findFirst();
            default -> Optional.of(page.t("asset.chip." + filter));
        };
    }

    private static Optional<String> known(Page page, String key) {
        return page.has(key) ? Optional.of(page.t(key)) : Optional.empty();
    }
}
