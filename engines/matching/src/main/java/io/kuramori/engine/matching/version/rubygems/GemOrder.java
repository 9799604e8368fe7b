package io.kuramori.engine.matching.version.rubygems;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.rubygems.GemVersion.Letters;
import io.kuramori.engine.matching.version.rubygems.GemVersion.Numeric;
import io.kuramori.engine.matching.version.rubygems.GemVersion.Segment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of `Gem::Version`: segments of digits or letters, a hyphen read as `.pre.`, zeros at the end and before
/// the first letters without weight.
public final class GemOrder extends VersionOrder<GemVersion> {

    public static final GemOrder INSTANCE = new GemOrder();

    private static final Pattern FORM =
            Pattern.compile("[0-9]++(?:\\.[0-9a-zA-Z]++)*+(?:-[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)?+");
    private static final Pattern SEGMENT = Pattern.compile("[0-9]++|[a-zA-Z]++");

    private GemOrder() {
        super("RubyGems");
    }

    @Override
    protected @Nullable GemVersion read(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }

        List<Segment> release = new ArrayList<>();
        List<Segment> rest = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(text.replace("-", ".pre."));
        while (segment.find()) {
            String part = segment.group();
            Segment read = part.charAt(0) <= '9' ? new Numeric(new BigInteger(part)) : new Letters(part);
            (rest.isEmpty() && read instanceof Numeric ? release : rest).add(read);
        }
        dropZeros(release);
        dropZeros(rest);
        release.addAll(rest);
        return new GemVersion(release);
    }

    private static void dropZeros(List<Segment> segments) {
        while (!segments.isEmpty() && segments.getLast() instanceof Numeric(BigInteger value) && value.signum() == 0) {
            segments.removeLast();
        }
    }
}
