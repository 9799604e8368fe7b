package io.kuramori.engine.matching.sbom;

import org.jspecify.annotations.Nullable;

/// From whom a component comes, by name.
///
/// @param supplier who gives it out
/// @param manufacturer who made it
/// @param author who wrote it; in SPDX, its originator
/// @param publisher who published it
public record Origin(
        @Nullable String supplier,
        @Nullable String manufacturer,
        @Nullable String author,
        @Nullable String publisher) {}
