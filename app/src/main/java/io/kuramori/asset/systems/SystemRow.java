package io.kuramori.asset.systems;

import org.jspecify.annotations.Nullable;

/// A system as a row of a spreadsheet says: others are named by their codes.
///
/// @param institution code of the institution
/// @param code null for the next one of the institution's series
/// @param ownerPost `INSTITUTION/POST`
/// @param department `INSTITUTION/DEPARTMENT`
/// @param details without owner post and department
record SystemRow(
        String institution,
        @Nullable String code,
        @Nullable String ownerPost,
        @Nullable String department,
        SystemDetails details) {}
