package io.kuramori.engine.matching;

import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.loose.LooseVersion.Order;
import io.kuramori.engine.matching.vers.Schemes;
import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the versions of a row compare: by the order of the ecosystem, by the scheme the source states, or as far as the
/// texts allow.
final class Scale<K extends Comparable<K>> {

    private final @Nullable VersionOrder<K> order;
    private final boolean loosely;

    /// A version on a scale.
    ///
    /// @param key its place in the order, null when it has none
    /// @param loose what the text alone tells, read when the order has no place for it
    record Point<K>(String text, @Nullable K key, @Nullable LooseVersion loose) {

        @Nullable
        LooseVersion read() {
            return loose == null ? LooseVersion.read(text) : loose;
        }
    }

    private Scale(@Nullable VersionOrder<K> order, boolean loosely) {
        this.order = order;
        this.loosely = loosely;
    }

    /// The order of an ecosystem and nothing else.
    static <K extends Comparable<K>> Scale<K> strict(VersionOrder<K> order) {
        return new Scale<>(order, false);
    }

    static <K extends Comparable<K>> Scale<K> preferring(VersionOrder<K> order) {
        return new Scale<>(order, true);
    }

    /// As a source names its scheme, such as `semver`, `rpm` or `custom`.
    static Scale<?> named(String scheme) {
        String given = scheme.strip().toLowerCase(Locale.ROOT);
        String known = switch (given) {
            case "python", "pep440" -> "pypi";
            case "dpkg", "debian" -> "deb";
            case "rubygems" -> "gem";
            default -> given;
        };
        Optional<VersionOrder<?>> order = Schemes.order(known);
        return order.isPresent() ? preferring(order.get()) : new Scale<>(LOOSE, true);
    }

    /// Never reads anything, so that every comparison is a loose one.
    private static final VersionOrder<String> LOOSE = new VersionOrder<>("loose") {
        @Override
        protected @Nullable String read(String text) {
            return null;
        }
    };

    Point<K> read(String text) {
        K key = order != null && order.parse(text) instanceof Parse.Parsed<K>(K parsed) ? parsed : null;
        return new Point<>(text, key, key == null && loosely ? LooseVersion.read(text) : null);
    }

    Order compare(Point<K> left, Point<K> right) {
        K leftKey = left.key;
        K rightKey = right.key;
        if (leftKey != null && rightKey != null) {
            int sign = leftKey.compareTo(rightKey);
            return sign < 0 ? Order.BEFORE : sign > 0 ? Order.AFTER : Order.SAME;
        }
        if (left.text.strip().equalsIgnoreCase(right.text.strip())) {
            return Order.SAME;
        }
        LooseVersion leftLoose = loosely ? left.read() : null;
        LooseVersion rightLoose = loosely ? right.read() : null;
        return leftLoose == null || rightLoose == null ? Order.UNKNOWN : leftLoose.to(rightLoose);
    }

    /// A stretch of versions on this scale.
    record Stretch<K extends Comparable<K>>(
            Scale<K> scale,
            Bounds bounds,
            @Nullable Point<K> start,
            @Nullable Point<K> end) {

        Truth holds(Point<K> version) {
            return afterStart(version).and(beforeEnd(version));
        }

        private Truth afterStart(Point<K> version) {
            if (start == null) {
                return Truth.TRUE;
            }
            return switch (scale.compare(version, start)) {
                case BEFORE -> Truth.FALSE;
                case SAME -> bounds.startIncluded() ? Truth.TRUE : Truth.FALSE;
                case AFTER -> Truth.TRUE;
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }

        private Truth beforeEnd(Point<K> version) {
            if (end == null) {
                return Truth.TRUE;
            }
            return switch (scale.compare(version, end)) {
                case BEFORE -> Truth.TRUE;
                case SAME -> bounds.endIncluded() ? Truth.TRUE : Truth.FALSE;
                case AFTER -> Truth.FALSE;
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }

        /// The bound the version could not be compared with.
        String uncertain(Point<K> version) {
            Point<K> bound = start != null && afterStart(version) == Truth.UNKNOWN ? start : end;
            return bound == null ? "" : bound.text;
        }
    }

    Stretch<K> stretch(Bounds bounds) {
        String start = bounds.start();
        String end = bounds.end();
        return new Stretch<>(this, bounds, start == null ? null : read(start), end == null ? null : read(end));
    }
}
