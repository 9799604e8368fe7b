package io.kuramori.engine.matching.sbom;

import org.jspecify.annotations.Nullable;

/// What made a bill of materials.
public record Tool(
        @Nullable String vendor, String name, @Nullable String version) {}
