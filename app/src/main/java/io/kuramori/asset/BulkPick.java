package io.kuramori.asset;

import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// A row that somebody selected for an act on several, as it stood on their page.
public record BulkPick(UUID id, int version) {

    /// As many as the largest page has rows.
    public static final int MOST = 1_000;

    /// Reads `id:version`. Sorted by id, so that two people's acts wait for each other instead of blocking each other.
    public static List<BulkPick> read(List<String> rows) {
        if (rows.isEmpty()) {
            throw new Problem(ProblemType.INVALID, "asset.bulk.error.none");
        }
        if (rows.size() > MOST) {
            throw new Problem(ProblemType.INVALID, "asset.bulk.error.many", MOST);
        }

        var picks = new LinkedHashMap<UUID, BulkPick>();
        for (String row : rows) {
            var pick = read(row);
            picks.put(pick.id(), pick);
        }
        return picks.values().stream()
                .sorted(Comparator.comparing(BulkPick::id))
                .toList();
    }

    private static BulkPick read(String row) {
        int cut = row.indexOf(':');
        try {
            return new BulkPick(
                    UUID.fromString(row.substring(0, Math.max(0, cut))), Integer.parseInt(row.substring(cut + 1)));
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.INVALID, "asset.bulk.error.row");
        }
    }
}
