package io.kuramori.notice.inbox;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// How somebody wants to be told by mail. The inbox holds everything anyway.
///
/// @param version 0 while nothing was chosen
/// @param daily when the digest comes
/// @param quietFrom from when no mail comes; null with `quietUntil` for never quiet
/// @param quietUntil may be earlier than `quietFrom`: over midnight
public record Preference(
        int version,
        Digest digest,
        LocalTime daily,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil) {

    public static final Preference USUAL =
            new Preference(0, Digest.EACH, LocalTime.of(8, 30), LocalTime.of(20, 0), LocalTime.of(7, 0));

    public enum Digest {
        /// As it comes; several within a minute are one mail.
        EACH,
        /// Once a day.
        DAILY,
        /// No mail.
        NONE
    }

    /// Whether it is a quiet time.
    public boolean quiet(LocalTime time) {
        if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) {
            return false;
        }
        return quietFrom.isBefore(quietUntil)
                ? !time.isBefore(quietFrom) && time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) || time.isBefore(quietUntil);
    }
}
