package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.In;
import org.jspecify.annotations.Nullable;

/// Tells from a few bytes whether an advisory affects a component, certainly does not, or has to be asked.
///
/// "No" is never wrong, and neither is "yes": whatever the bytes do not settle is asked of the whole advisory, whose
/// answer ([CompiledAdvisory]) is the only one there is. The sieve only spares the asking.
final class Sieve {

    /// What the rows say.
    enum Word {
        NO,
        ASK,
        YES
    }

    private Sieve() {}

    /// @param row as [SieveWriter] makes them under a package
    static Word ofPackage(In row, Probe probe) {
        return switch (row.flag()) {
            case SieveWriter.PASS -> Word.ASK;
            case SieveWriter.NEVER -> Word.NO;
            case SieveWriter.SIFT -> releases(row, probe);
            default -> throw new Damaged("a row of a package");
        };
    }

    private static Word releases(In row, Probe probe) {
        String own = probe.release();
        In all = null;
        for (int left = row.count(); left > 0; left--) {
            String release = row.text();
            if (release.equals(own)) {
                return versions(row.block(), probe.place());
            }
            if (release.isEmpty()) {
                all = row.block();
            } else {
                row.skip();
            }
        }
        return all != null ? versions(all, probe.place()) : own.isEmpty() ? Word.ASK : Word.NO;
    }

    private static Word versions(In row, @Nullable Place place) {
        int flags = row.flag();
        if (flags == SieveWriter.EVERYTHING) {
            return Word.YES;
        }
        if (place == null) {
            return Word.ASK;
        }
        boolean within = false;
        for (int left = row.count(); left > 0; left--) {
            within |= range(row, place);
        }
        if (within) {
            return Word.YES;
        }
        if (place.mayBeAmong(row)) {
            return place.certain() ? Word.YES : Word.ASK;
        }
        return flags == SieveWriter.UNCERTAIN ? Word.ASK : Word.NO;
    }

    /// Walks the points as [CompiledRange#find] does; goes past the range.
    private static boolean range(In row, Place place) {
        boolean limited = row.flag() != 0 && place.compareNext(row) >= 0;
        boolean reached = true;
        boolean affected = false;
        for (int left = row.count(); left > 0; left--) {
            int kind = row.flag();
            if (kind == SieveWriter.BEGINNING) {
                affected |= reached;
            } else if (!reached) {
                row.skip();
            } else {
                int order = place.compareNext(row);
                reached = kind == SieveWriter.LAST_AFFECTED ? order > 0 : order >= 0;
                if (reached) {
                    affected = kind == SieveWriter.INTRODUCED;
                }
            }
        }
        return affected && !limited;
    }

    /// @param row as [SieveWriter] makes them under a product
    static Word ofProduct(In row, Probe probe) {
        int kind = row.flag();
        if (kind == SieveWriter.NEVER) {
            return Word.NO;
        }
        if (kind != SieveWriter.SIFT) {
            throw new Damaged("a row of a product");
        }
        Word word = Word.NO;
        while (row.more()) {
            boolean same = sameVendor(row, probe);
            boolean sure = sure(row, probe);
            Word next = test(row, probe, same, same && sure);
            if (next == Word.YES) {
                return next;
            }
            word = next == Word.ASK ? next : word;
        }
        return word;
    }

    private static boolean sameVendor(In row, Probe probe) {
        byte[] vendor = probe.vendor();
        if (vendor == null) {
            row.skip();
            return true;
        }
        return row.emptyNext() || row.compareNext(vendor) == 0;
    }

    /// Whether the test that follows is about nothing but the version, if the vendor is the same.
    private static boolean sure(In row, Probe probe) {
        return switch (row.flag()) {
            case SieveWriter.UNSURE -> false;
            case SieveWriter.BY_NAME -> probe.vendor() != null;
            case SieveWriter.BY_CPE -> {
                boolean part = probe.part(row.flag());
                boolean vendor = row.flag() == 0 ? probe.vendorAsFolded() : probe.vendorIs(row);
                boolean product = row.flag() == 0 ? probe.productAsFolded() : probe.productIs(row);
                yield part && vendor && product;
            }
            default -> throw new Damaged("how sure a test is");
        };
    }

    /// What a test says; goes past it.
    private static Word test(In row, Probe probe, boolean same, boolean sure) {
        return switch (row.flag()) {
            case SieveWriter.OPEN -> word(same, sure);
            case SieveWriter.NOT_APPLICABLE -> word(same && probe.named() == null, false);
            case SieveWriter.EXACTLY -> {
                long fingerprint = row.fixed();
                Probe.Named own = probe.named();
                if (own == null) {
                    row.skip();
                    yield word(same, false);
                }
                boolean equal = row.compareNext(own.text()) == 0;
                yield word(same && own.fingerprint() == fingerprint, sure && equal);
            }
            case SieveWriter.BETWEEN -> {
                Bounds bounds = ProductCodec.bounds(row);
                yield same ? between(bounds, "", false, probe, sure) : Word.NO;
            }
            case SieveWriter.ROWS -> rows(row, probe, same, sure);
            default -> throw new Damaged("a test of a product");
        };
    }

    private static Word rows(In row, Probe probe, boolean same, boolean sure) {
        int leading = row.number();
        int count = row.count();
        Word word = word(same && probe.cpeVersion().isEmpty(), false);
        for (int i = 0; i < count; i++) {
            if (!same || word == Word.YES) {
                row.skip();
                row.flag();
                ProductCodec.skipBounds(row);
                continue;
            }
            String scheme = row.text();
            boolean exact = row.flag() == 1;
            Word next = between(ProductCodec.bounds(row), scheme, exact, probe, sure && i < leading);
            word = next.compareTo(word) > 0 ? next : word;
        }
        return word;
    }

    private static Word word(boolean possible, boolean sure) {
        return !possible ? Word.NO : sure ? Word.YES : Word.ASK;
    }

    /// @param exact whether the bounds are one version, which another that cannot be compared is not
    private static Word between(Bounds bounds, String scheme, boolean exact, Probe probe, boolean sure) {
        Probe.Reading<?> version = probe.read(scheme);
        if (version == null) {
            return Word.ASK;
        }
        return switch (version.within(bounds)) {
            case TRUE -> sure ? Word.YES : Word.ASK;
            case FALSE -> Word.NO;
            case UNKNOWN -> exact ? Word.NO : Word.ASK;
        };
    }
}
