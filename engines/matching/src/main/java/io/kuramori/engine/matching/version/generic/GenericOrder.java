package io.kuramori.engine.matching.version.generic;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.ZeroPadded;
import io.kuramori.engine.matching.version.ZeroPadded.Above;
import io.kuramori.engine.matching.version.ZeroPadded.Below;
import io.kuramori.engine.matching.version.ZeroPadded.Numeric;
import io.kuramori.engine.matching.version.ZeroPadded.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sensible order for products whose rules are not known, such as those a CPE names. Runs of digits compare by value,
/// a missing one as zero (`1.0` is `1.0.0`); words that the trade uses for what comes before a release stand before it
/// (`1.0rc1`), other words after it (`1.1.1a`). Case and separators have no weight. What this order says is a good
/// guess, never the vendor's word.
public final class GenericOrder extends VersionOrder<VersionKey> {

    public static final GenericOrder INSTANCE = new GenericOrder();

    private static final int UNRANKED = 0;

    private GenericOrder() {
        super("generic");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Cursor cursor = new Cursor(text.toLowerCase(Locale.ROOT));
        if (text.length() > 1 && Cursor.isDigit(text.charAt(1))) {
            cursor.skip("v");
        }
        List<Segment> segments = new ArrayList<>();
        boolean numbered = false;
        while (!cursor.done()) {
            if (Cursor.isDigit(cursor.peek())) {
                segments.add(new Numeric(cursor.digits()));
                numbered = true;
            } else if (Cursor.isLetter(cursor.peek())) {
                dropZeros(segments);
                segments.add(word(cursor.letters()));
            } else if (cursor.next() > 0x7F) {
                return null;
            }
        }
        if (!numbered) {
            return null;
        }
        KeyWriter key = new KeyWriter();
        ZeroPadded.write(segments, key);
        return key.key();
    }

    /// `1.0rc1` is `1rc1`, as `1.0` is `1`.
    private static void dropZeros(List<Segment> segments) {
        while (!segments.isEmpty()
                && segments.getLast() instanceof Numeric(String digits)
                && digits.chars().allMatch(c -> c == '0')) {
            segments.removeLast();
        }
    }

    private static Segment word(String word) {
        int rank = switch (word) {
            case "dev", "snapshot", "nightly" -> 1;
            case "alpha" -> 2;
            case "beta" -> 3;
            case "milestone" -> 4;
            case "pre", "preview" -> 5;
            case "rc", "cr" -> 6;
            default -> UNRANKED;
        };
        return rank == UNRANKED ? new Above(word) : new Below(rank, "");
    }
}
