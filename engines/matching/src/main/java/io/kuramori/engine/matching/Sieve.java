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

    /// @param row as [SieveWriter] makes them under a product; never [Word#YES]
    static Word ofProduct(In row, Probe probe) {
        int kind = row.flag();
        if (kind == SieveWriter.NEVER) {
            return Word.NO;
        }
        if (kind != SieveWriter.SIFT) {
            throw new Damaged("a row of a product");
        }
        while (row.more()) {
            long vendor = row.fixed();
            boolean same = vendor == 0 || probe.vendor() == 0 || vendor == probe.vendor();
            if (possible(row, probe, same)) {
                return Word.ASK;
            }
        }
        return Word.NO;
    }

    /// Whether a test leaves it possible to be affected; goes past the test.
    private static boolean possible(In row, Probe probe, boolean sameVendor) {
        return switch (row.flag()) {
            case SieveWriter.OPEN -> sameVendor;
            case SieveWriter.NOT_APPLICABLE -> sameVendor && probe.fingerprint() == null;
            case SieveWriter.EXACTLY -> {
                long fingerprint = row.fixed();
                Long own = probe.fingerprint();
                yield sameVendor && (own == null || own == fingerprint);
            }
            case SieveWriter.BETWEEN -> {
                Bounds bounds = ProductCodec.bounds(row);
                yield sameVendor && between(bounds, "", false, probe);
            }
            case SieveWriter.ROWS -> {
                boolean possible = sameVendor && probe.cpeVersion().isEmpty();
                for (int left = row.count(); left > 0; left--) {
                    String scheme = row.text();
                    boolean exact = row.flag() == 1;
                    Bounds bounds = ProductCodec.bounds(row);
                    possible = possible || (sameVendor && between(bounds, scheme, exact, probe));
                }
                yield possible;
            }
            default -> throw new Damaged("a test of a product");
        };
    }

    /// @param exact whether the bounds are one version, which another that cannot be compared is not
    private static boolean between(Bounds bounds, String scheme, boolean exact, Probe probe) {
        return probe.cpeVersion()
                .map(version -> {
                    Truth held = held(Scale.named(scheme), bounds, version);
                    return held == Truth.TRUE || (held == Truth.UNKNOWN && !exact);
                })
                .orElse(true);
    }

    private static <K extends Comparable<K>> Truth held(Scale<K> scale, Bounds bounds, String version) {
        return scale.stretch(bounds).holds(scale.read(version));
    }
}
