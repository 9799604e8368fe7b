package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.segment.Out;
import java.util.List;

/// The parts of an advisory about products and configurations as bytes.
final class ProductCodec {

    /// Their places are part of the format.
    private static final List<Status> STATUSES =
            List.of(Status.AFFECTED, Status.NOT_AFFECTED, Status.FIXED, Status.UNDER_INVESTIGATION, Status.UNKNOWN);

    /// As deep as any reader goes, so that damaged bytes cannot exhaust the stack.
    private static final int MAX_DEPTH = 1000;

    private ProductCodec() {}

    static void write(AffectedProduct product, Out out) {
        AdvisoryCodec.list(product.names(), out, ProductCodec::identifier);
        AdvisoryCodec.list(product.rows(), out, ProductCodec::row);
        out.flag(STATUSES.indexOf(product.otherwise()));
    }

    static AffectedProduct read(In in) {
        return new AffectedProduct(
                AdvisoryCodec.list(in, ProductCodec::identifier),
                AdvisoryCodec.list(in, ProductCodec::row),
                status(in));
    }

    private static void identifier(Identifier identifier, Out out) {
        switch (identifier) {
            case Identifier.OfPackage(PackageKey key) -> AdvisoryCodec.key(key, out.flag(0));
            case Identifier.OfCpe(var cpe) -> CpeCodec.write(cpe, out.flag(1));
            case Identifier.OfName(String vendor, String product) ->
                out.flag(2).text(vendor).text(product);
        }
    }

    private static Identifier identifier(In in) {
        return switch (in.flag()) {
            case 0 -> new Identifier.OfPackage(AdvisoryCodec.key(in));
            case 1 -> new Identifier.OfCpe(CpeCodec.read(in));
            case 2 -> new Identifier.OfName(in.text(), in.text());
            default -> throw new Damaged("a kind of name");
        };
    }

    private static void row(VersionRow row, Out out) {
        switch (row.versions()) {
            case VersionSet.Every() -> out.flag(0);
            case VersionSet.Exactly(String version) -> out.flag(1).text(version);
            case VersionSet.Between(Bounds bounds) -> bounds(bounds, out.flag(2));
            case VersionSet.Unread(String words) -> out.flag(3).text(words);
        }
        out.text(row.scheme()).flag(STATUSES.indexOf(row.status()));
        AdvisoryCodec.list(
                row.changes(), out, (change, into) -> into.text(change.at()).flag(STATUSES.indexOf(change.status())));
    }

    private static VersionRow row(In in) {
        VersionSet versions = switch (in.flag()) {
            case 0 -> new VersionSet.Every();
            case 1 -> new VersionSet.Exactly(in.text());
            case 2 -> new VersionSet.Between(bounds(in));
            case 3 -> new VersionSet.Unread(in.text());
            default -> throw new Damaged("a kind of versions");
        };
        return new VersionRow(
                versions,
                in.text(),
                status(in),
                AdvisoryCodec.list(in, one -> new VersionRow.Change(one.text(), status(one))));
    }

    static void bounds(Bounds bounds, Out out) {
        out.flag((bounds.startIncluded() ? 1 : 0) | (bounds.endIncluded() ? 2 : 0))
                .maybe(bounds.start())
                .maybe(bounds.end());
    }

    static Bounds bounds(In in) {
        int included = in.flag();
        return new Bounds(in.maybe(), (included & 1) != 0, in.maybe(), (included & 2) != 0);
    }

    static void skipBounds(In in) {
        in.flag();
        for (int i = 0; i < 2; i++) {
            if (in.flag() != 0) {
                in.skip();
            }
        }
    }

    private static Status status(In in) {
        int status = in.flag();
        if (status >= STATUSES.size()) {
            throw new Damaged("a status");
        }
        return STATUSES.get(status);
    }

    static void applicability(Applicability node, Out out) {
        switch (node) {
            case Applicability.All(var of) -> AdvisoryCodec.list(of, out.flag(0), ProductCodec::applicability);
            case Applicability.Any(var of) -> AdvisoryCodec.list(of, out.flag(1), ProductCodec::applicability);
            case Applicability.Not(var of) -> applicability(of, out.flag(2));
            case Applicability.Criterion(var name, Bounds bounds, boolean vulnerable) -> {
                CpeCodec.write(name, out.flag(vulnerable ? 4 : 3));
                bounds(bounds, out);
            }
        }
    }

    static Applicability applicability(In in, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Damaged("a configuration no deeper than " + MAX_DEPTH);
        }
        int kind = in.flag();
        return switch (kind) {
            case 0 -> new Applicability.All(AdvisoryCodec.list(in, one -> applicability(one, depth + 1)));
            case 1 -> new Applicability.Any(AdvisoryCodec.list(in, one -> applicability(one, depth + 1)));
            case 2 -> new Applicability.Not(applicability(in, depth + 1));
            case 3, 4 -> new Applicability.Criterion(CpeCodec.read(in), bounds(in), kind == 4);
            default -> throw new Damaged("a kind of condition");
        };
    }
}
