package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.SystemId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A system as the list shows it.
///
/// @param token where the list goes on after this line
public record SystemLine(
        SystemId id,
        String institutionCode,
        String institutionName,
        String code,
        String name,
        SystemKind kind,
        @Nullable String ownerPost,
        @Nullable String department,
        int importance,
        Exposure exposure,
        @Nullable String thirdParty,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn,
        String token) {

    /// Its page; the institution is named because codes are unique within one only.
    public String path() {
        return "/systems/" + code + "?in=" + institutionCode;
    }
}
