package io.kuramori.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a program says about a bill of materials that it sends.
///
/// @param create whether a release that is not there is to be entered; it must then be named
/// @param tags what to file the release under; null leaves them
/// @param latest whether it is the newest of its software; null leaves that
/// @param parent what it is part of; null leaves that
/// @param requestKey sent again, the same thing is not done twice
public record SbomDelivery(
        Addressee to,
        boolean create,
        @Nullable List<String> tags,
        @Nullable Boolean latest,
        @Nullable Addressee parent,
        @Nullable String requestKey) {

    public SbomDelivery {
        tags = tags == null ? null : List.copyOf(tags);
    }

    public static SbomDelivery to(Addressee release, @Nullable String requestKey) {
        return new SbomDelivery(release, false, null, null, null, requestKey);
    }
}
