package io.kuramori.engine.matching.sbom;

/// In which form a bill of materials is written.
public enum Format {
    CYCLONEDX_JSON("CycloneDX", "JSON"),
    CYCLONEDX_XML("CycloneDX", "XML"),
    SPDX_JSON("SPDX", "JSON"),
    SPDX_TAG_VALUE("SPDX", "tag-value");

    private final String standard;
    private final String notation;

    Format(String standard, String notation) {
        this.standard = standard;
        this.notation = notation;
    }

    /// Its name in full, such as `CycloneDX 1.6 JSON`.
    public String name(String specVersion) {
        return standard + " " + specVersion + " " + notation;
    }

    /// `CycloneDX` or `SPDX`.
    public String standard() {
        return standard;
    }

    /// `JSON`, `XML` or `tag-value`.
    public String notation() {
        return notation;
    }
}
