package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Scale.Point;
import io.kuramori.engine.matching.Scale.Stretch;
import io.kuramori.engine.matching.loose.LooseVersion.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The status of a product's versions, read once. The first row that holds a version decides; a row that may hold it
/// leaves both its own status and what the rest says possible, and only if these agree is the answer certain.
final class CompiledProduct {

    private final List<Row<?>> rows;
    private final Status otherwise;

    /// What the rows say of a version.
    ///
    /// @param status the certain status, or UNKNOWN when `reason` says why there is none
    /// @param stated whether a row said so, rather than the status of all the rest
    /// @param versions of the row that decided
    record Verdict(Status status, boolean stated, VersionSet versions, Optional<Reason> reason) {}

    private record Row<K extends Comparable<K>>(
            VersionRow row, Scale<K> scale, Optional<Stretch<K>> stretch, List<Point<K>> changes) {

        static <K extends Comparable<K>> Row<K> of(VersionRow row, Scale<K> scale) {
            Optional<Stretch<K>> stretch = switch (row.versions()) {
                case VersionSet.Between(Bounds bounds) -> Optional.of(scale.stretch(bounds));
                case VersionSet.Exactly(String version) ->
                    Optional.of(scale.stretch(new Bounds(version, true, version, true)));
                case VersionSet.Every ignored -> Optional.of(scale.stretch(Bounds.ALL));
                case VersionSet.Unread ignored -> Optional.empty();
            };
            return new Row<>(
                    row,
                    scale,
                    stretch,
                    row.changes().stream()
                            .map(change -> scale.read(change.at()))
                            .toList());
        }

        /// Whether the row holds the version.
        Truth holds(String text) {
            if (stretch.isEmpty()) {
                return Truth.UNKNOWN;
            }
            Truth held = stretch.get().holds(scale.read(text));
            boolean exact = row.versions() instanceof VersionSet.Exactly;
            return exact && held == Truth.UNKNOWN ? Truth.FALSE : held;
        }

        Reason uncertain(String text) {
            return stretch.<Reason>map(found -> new Reason.UncertainOrder(text, found.uncertain(scale.read(text))))
                    .orElseGet(() -> new Reason.UnreadVersions(
                            row.versions() instanceof VersionSet.Unread(String words) ? words : ""));
        }

        /// The statuses the version may have in this row: one, unless a change cannot be ordered with it.
        Set<Status> statuses(String text) {
            Point<K> version = scale.read(text);
            Set<Status> possible = new LinkedHashSet<>();
            Status status = row.status();
            Point<K> latest = null;
            for (int i = 0; i < changes.size(); i++) {
                Order order = scale.compare(changes.get(i), version);
                Status changed = row.changes().get(i).status();
                if (order == Order.UNKNOWN) {
                    possible.add(changed);
                } else if (order != Order.AFTER
                        && (latest == null || scale.compare(latest, changes.get(i)) != Order.AFTER)) {
                    latest = changes.get(i);
                    status = changed;
                }
            }
            possible.add(status);
            return possible;
        }
    }

    private CompiledProduct(List<Row<?>> rows, Status otherwise) {
        this.rows = List.copyOf(rows);
        this.otherwise = otherwise;
    }

    static CompiledProduct of(AffectedProduct product, Optional<Ecosystem> ecosystem) {
        List<Row<?>> rows = new ArrayList<>();
        for (VersionRow row : product.rows()) {
            rows.add(row(
                    row,
                    ecosystem
                            .<Scale<?>>map(known -> Scale.strict(known.order()))
                            .orElseGet(() -> Scale.named(row.scheme()))));
        }
        return new CompiledProduct(rows, product.otherwise());
    }

    private static <K extends Comparable<K>> Row<K> row(VersionRow row, Scale<K> scale) {
        return Row.of(row, scale);
    }

    Verdict of(Optional<String> version) {
        return version.map(this::of).orElseGet(this::withoutVersion);
    }

    private Verdict of(String version) {
        Set<Status> possible = new LinkedHashSet<>();
        Reason reason = null;
        for (Row<?> row : rows) {
            Truth held = row.holds(version);
            if (held == Truth.FALSE) {
                continue;
            }
            possible.addAll(row.statuses(version));
            if (held == Truth.UNKNOWN) {
                reason = reason == null ? row.uncertain(version) : reason;
            } else {
                return verdict(possible, true, row.row.versions(), reason, version);
            }
        }
        boolean stated = !possible.isEmpty();
        possible.add(otherwise);
        return verdict(possible, stated, new VersionSet.Every(), reason, version);
    }

    private static Verdict verdict(
            Set<Status> possible,
            boolean stated,
            VersionSet versions,
            @org.jspecify.annotations.Nullable Reason reason,
            String version) {
        if (possible.size() > 1) {
            boolean agree = possible.stream().noneMatch(status -> status == Status.AFFECTED || status.open());
            if (!agree) {
                return new Verdict(
                        Status.UNKNOWN,
                        stated,
                        versions,
                        Optional.of(reason == null ? new Reason.UncertainOrder(version, "") : reason));
            }
        }
        Status status = possible.iterator().next();
        return switch (status) {
            case AFFECTED, NOT_AFFECTED, FIXED -> new Verdict(status, stated, versions, Optional.empty());
            case UNDER_INVESTIGATION ->
                new Verdict(status, stated, versions, Optional.of(new Reason.UnderInvestigation()));
            case UNKNOWN ->
                new Verdict(
                        status, stated, versions, Optional.of(reason == null ? new Reason.NotSaid(version) : reason));
        };
    }

    /// Without a version only what is said of all versions is certain.
    private Verdict withoutVersion() {
        Set<Status> possible = new LinkedHashSet<>();
        for (Row<?> row : rows) {
            possible.add(row.row.status());
            row.row.changes().forEach(change -> possible.add(change.status()));
            if (row.row.versions() instanceof VersionSet.Every
                    && row.row.changes().isEmpty()) {
                break;
            }
        }
        boolean every = rows.stream()
                .anyMatch(row -> row.row.versions() instanceof VersionSet.Every
                        && row.row.changes().isEmpty());
        if (!every) {
            possible.add(otherwise);
        }
        if (possible.size() == 1) {
            Status status = possible.iterator().next();
            Optional<Reason> reason = status == Status.UNDER_INVESTIGATION
                    ? Optional.of(new Reason.UnderInvestigation())
                    : status == Status.UNKNOWN ? Optional.of(new Reason.NoVersion()) : Optional.empty();
            return new Verdict(status, !rows.isEmpty(), new VersionSet.Every(), reason);
        }
        return new Verdict(Status.UNKNOWN, true, new VersionSet.Every(), Optional.of(new Reason.NoVersion()));
    }

    /// The versions after the one given from which the product is no longer affected.
    List<String> fixesAfter(Optional<String> version) {
        List<String> fixes = new ArrayList<>();
        rows.forEach(row -> fixes(row, version, fixes));
        return fixes.stream().distinct().toList();
    }

    private static <K extends Comparable<K>> void fixes(Row<K> row, Optional<String> version, List<String> into) {
        List<String> candidates = new ArrayList<>();
        if (row.row.status() == Status.FIXED && row.row.versions() instanceof VersionSet.Exactly(String fixed)) {
            candidates.add(fixed);
        }
        if (row.row.status() == Status.AFFECTED) {
            row.row.changes().stream()
                    .filter(change -> change.status() == Status.NOT_AFFECTED || change.status() == Status.FIXED)
                    .map(VersionRow.Change::at)
                    .forEach(candidates::add);
            if (row.row.versions() instanceof VersionSet.Between(Bounds bounds)
                    && bounds.end() != null
                    && !bounds.endIncluded()
                    && row.row.changes().isEmpty()) {
                candidates.add(bounds.end());
            }
        }
        for (String candidate : candidates) {
            boolean after = version.isEmpty()
                    || row.scale.compare(row.scale.read(candidate), row.scale.read(version.get())) == Order.AFTER;
            if (after) {
                into.add(candidate);
            }
        }
    }
}
