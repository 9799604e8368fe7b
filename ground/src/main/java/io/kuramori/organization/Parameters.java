package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;

/// What institutions set for themselves. Read inside the caller's open transaction.
public interface Parameters {

    /// The value in force at an institution on a day; Kuramori's own where it set none.
    int value(InstitutionId institution, Parameter parameter, LocalDate day);
}
