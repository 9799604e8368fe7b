package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person of an institution. Code, name, reading and e-mail are personal (declared on the columns).
///
/// @param version 0 for one that is not stored yet
/// @param code employee number (社員番号)
/// @param reading in kana (よみ); lists of people sort by it
public record Person(
        PersonId id,
        InstitutionId institution,
        int version,
        String code,
        String name,
        String reading,
        @Nullable String email,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate retiredOn) {}
