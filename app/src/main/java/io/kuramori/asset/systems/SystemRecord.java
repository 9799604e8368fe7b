package io.kuramori.asset.systems;

import io.kuramori.asset.SystemId;
import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A system as one version of its record says.
public record SystemRecord(
        SystemId id,
        InstitutionId institution,
        String code,
        int version,
        SystemDetails details,
        @Nullable LocalDate confirmedOn,
        @Nullable String confirmedBy,
        @Nullable LocalDate retiredOn) {

    public boolean retired() {
        return retiredOn != null;
    }

    /// The same, confirmed; carries the version it is based on.
    SystemRecord confirmed(LocalDate day, String by) {
        return new SystemRecord(id, institution, code, version, details, day, by, retiredOn);
    }

    /// The same, saying something else about the system.
    SystemRecord saying(SystemDetails other) {
        return new SystemRecord(id, institution, code, version, other, confirmedOn, confirmedBy, retiredOn);
    }

    /// The same, retired on a day, or in use again with null.
    SystemRecord retired(@Nullable LocalDate day) {
        return new SystemRecord(id, institution, code, version, details, confirmedOn, confirmedBy, day);
    }
}
