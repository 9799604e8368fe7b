package io.kuramori.engine.matching.version.rubygems;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.ZeroPadded;
import io.kuramori.engine.matching.version.ZeroPadded.Below;
import io.kuramori.engine.matching.version.ZeroPadded.Numeric;
import io.kuramori.engine.matching.version.ZeroPadded.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of `Gem::Version`: segments of digits or letters, a hyphen read as `.pre.`, zeros at the end and before
/// the first letters without weight.
public final class GemOrder extends VersionOrder<VersionKey> {

    public static final GemOrder INSTANCE = new GemOrder();

    private static final Pattern FORM =
            Pattern.compile("[0-9]++(?:\\.[0-9a-zA-Z]++)*+(?:-[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)?+");
    private static final Pattern SEGMENT = Pattern.compile("[0-9]++|[a-zA-Z]++");

    private GemOrder() {
        super("RubyGems");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }

        List<Segment> release = new ArrayList<>();
        List<Segment> rest = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(text.replace("-", ".pre."));
        while (segment.find()) {
            String part = segment.group();
            Segment read = Cursor.isDigits(part) ? new Numeric(part) : new Below(0, part);
            (rest.isEmpty() && read instanceof Numeric ? release : rest).add(read);
        }
        dropZeros(release);
        release.addAll(rest);
        KeyWriter key = new KeyWriter();
        ZeroPadded.write(release, key);
        return key.key();
    }

    private static void dropZeros(List<Segment> segments) {
        while (!segments.isEmpty()
                && segments.getLast() instanceof Numeric(String digits)
                && digits.chars().allMatch(c -> c == '0')) {
            segments.removeLast();
        }
    }
}
