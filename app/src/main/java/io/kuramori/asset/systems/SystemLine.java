package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.SystemId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A system as the list shows it.
///
/// @param version what an act on the row is based on
/// @param token where the list goes on after this line
public record SystemLine(
        SystemId id,
        int version,
        String institutionCode,
        String institutionName,
        String code,
        String name,
        @Nullable String reading,
        SystemKind kind,
        @Nullable String ownerPost,
        @Nullable String department,
        int importance,
        boolean critical,
        Exposure exposure,
        @Nullable String thirdParty,
        @Nullable Integer rtoMinutes,
        @Nullable Integer rpoMinutes,
        @Nullable LocalDate confirmedOn,
        @Nullable String confirmedBy,
        @Nullable LocalDate retiredOn,
        String token) {

    /// Its page; the institution is named because codes are unique within one only.
    public String path() {
        return "/systems/" + code + "?in=" + institutionCode;
    }

    public String editPath() {
        return "/systems/" + code + "/edit?in=" + institutionCode;
    }

    /// The row as a bulk act names it.
    public String pick() {
        return id.value() + ":" + version;
    }
}
