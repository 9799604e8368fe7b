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
}
