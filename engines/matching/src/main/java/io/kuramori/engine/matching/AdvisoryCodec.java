package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.segment.Out;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Advisories as bytes; what is read back is equal to what was written.
final class AdvisoryCodec {

    /// Their places are part of the format.
    private static final List<Range.Kind> KINDS = List.of(Range.Kind.SEMVER, Range.Kind.ECOSYSTEM, Range.Kind.GIT);
    private static final int INTRODUCED = 0;
    private static final int FIXED = 1;
    private static final int LAST_AFFECTED = 2;
    private static final int LIMIT = 3;

    private AdvisoryCodec() {}

    static void write(Advisory advisory, Out out) {
        out.text(advisory.id()).text(advisory.source());
        list(advisory.aliases(), out, AdvisoryCodec::text);
        instant(advisory.modified(), out);
        instant(advisory.withdrawn(), out);
        out.text(advisory.summary()).maybe(advisory.details());
        list(advisory.vectors(), out, AdvisoryCodec::text);
        out.maybe(advisory.label());
        list(advisory.affected(), out, AdvisoryCodec::affected);
        list(advisory.products(), out, ProductCodec::write);
        list(advisory.applicability(), out, ProductCodec::applicability);
        list(advisory.related(), out, AdvisoryCodec::text);
    }

    static Advisory read(In in) {
        return new Advisory(
                in.text(),
                in.text(),
                list(in, In::text),
                instant(in),
                instant(in),
                in.text(),
                in.maybe(),
                list(in, In::text),
                in.maybe(),
                list(in, AdvisoryCodec::affected),
                list(in, ProductCodec::read),
                list(in, part -> ProductCodec.applicability(part, 0)),
                list(in, In::text));
    }

    static <T> void list(List<T> list, Out out, BiConsumer<T, Out> write) {
        out.number(list.size());
        list.forEach(one -> write.accept(one, out));
    }

    static <T> List<T> list(In in, Function<In, T> read) {
        int count = in.count();
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(read.apply(in));
        }
        return list;
    }

    static void text(String text, Out out) {
        out.text(text);
    }

    private static void instant(Optional<Instant> instant, Out out) {
        out.flag(instant.isPresent() ? 1 : 0);
        instant.ifPresent(when -> out.fixed(when.getEpochSecond()).number(when.getNano()));
    }

    private static Optional<Instant> instant(In in) {
        return in.flag() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(in.fixed(), in.number()));
    }

    private static void affected(AffectedPackage affected, Out out) {
        out.text(affected.ecosystem()).text(affected.name());
        out.flag(affected.key().isPresent() ? 1 : 0);
        affected.key().ifPresent(key -> key(key, out));
        list(affected.ranges(), out, AdvisoryCodec::range);
        list(affected.versions(), out, AdvisoryCodec::text);
        list(affected.vectors(), out, AdvisoryCodec::text);
    }

    private static AffectedPackage affected(In in) {
        return new AffectedPackage(
                in.text(),
                in.text(),
                in.flag() == 0 ? Optional.empty() : Optional.of(key(in)),
                list(in, AdvisoryCodec::range),
                list(in, In::text),
                list(in, In::text));
    }

    static void key(PackageKey key, Out out) {
        out.text(key.type()).text(key.name()).text(key.release());
    }

    static PackageKey key(In in) {
        return new PackageKey(in.text(), in.text(), in.text());
    }

    private static void range(Range range, Out out) {
        out.flag(KINDS.indexOf(range.kind()));
        list(range.events(), out, AdvisoryCodec::event);
    }

    private static Range range(In in) {
        int kind = in.flag();
        if (kind >= KINDS.size()) {
            throw new Damaged("a kind of range");
        }
        return new Range(KINDS.get(kind), list(in, AdvisoryCodec::event));
    }

    private static void event(Event event, Out out) {
        int kind = switch (event) {
            case Event.Introduced ignored -> INTRODUCED;
            case Event.Fixed ignored -> FIXED;
            case Event.LastAffected ignored -> LAST_AFFECTED;
            case Event.Limit ignored -> LIMIT;
        };
        out.flag(kind).text(event.version());
    }

    private static Event event(In in) {
        return switch (in.flag()) {
            case INTRODUCED -> new Event.Introduced(in.text());
            case FIXED -> new Event.Fixed(in.text());
            case LAST_AFFECTED -> new Event.LastAffected(in.text());
            case LIMIT -> new Event.Limit(in.text());
            default -> throw new Damaged("a kind of event");
        };
    }
}
