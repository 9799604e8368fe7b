package io.kuramori.engine.matching.vex.file;

/// A document of each format, with all that the readers know.
public final class Samples {

    private Samples() {}

    public static final String OPENVEX = """
        {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://vex.example/1", "author": "Kura Soft",
         "timestamp": "2026-01-01T00:00:00Z", "version": 1, "statements": [
          {"vulnerability": {"name": "CVE-2026-1000", "aliases": ["GHSA-aaaa-bbbb-cccc"]},
           "products": [{"@id": "pkg:oci/app@sha256%3A1", "subcomponents": [{"@id": "pkg:npm/lib@1.0"}]},
                        {"identifiers": {"cpe23": "cpe:2.3:a:kura:app:1:*:*:*:*:*:*:*"}}],
           "status": "not_affected", "justification": "vulnerable_code_not_present"},
          {"vulnerability": {"name": "CVE-2026-1001"}, "timestamp": "2026-01-02T00:00:00+09:00",
           "products": [{"@id": "https://app.example"}], "status": "affected", "action_statement": "Update."}]}
        """;

    public static final String OPENVEX_OLD = """
        {"@context": "https://openvex.dev/ns", "author": "Kura Soft", "timestamp": "2026-01-01T00:00:00Z",
         "statements": [{"vulnerability": "CVE-2026-1000", "products": ["pkg:oci/app"],
          "subcomponents": ["pkg:npm/lib"], "status": "fixed"},
          {"vulnerability": "CVE-2026-1001", "products": ["pkg:oci/app"], "status": "under_investigation"}]}
        """;

    public static final String CYCLONEDX = """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 2,
         "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
         "metadata": {"timestamp": "2026-01-01T00:00:00Z", "authors": [{"name": "Kura Soft"}],
          "component": {"type": "application", "bom-ref": "app", "name": "app", "purl": "pkg:oci/app@1"}},
         "components": [{"type": "library", "bom-ref": "lib", "name": "lib", "purl": "pkg:npm/lib"},
          {"type": "library", "bom-ref": "bare", "name": "bare"}],
         "vulnerabilities": [
          {"id": "CVE-2026-1000", "references": [{"id": "GHSA-aaaa-bbbb-cccc", "source": {"name": "GHSA"}}],
           "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "Not called.",
            "lastUpdated": "2026-01-02T00:00:00Z"},
           "affects": [{"ref": "app"}, {"ref": "lib", "versions": [{"version": "1.0"}, {"version": "1.1"}]},
            {"ref": "bare"}, {"ref": "pkg:npm/other@2"},
            {"ref": "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x", "versions": [{"version": "3"}]}]},
          {"id": "CVE-2026-1001", "analysis": {"state": "exploitable", "response": ["update"]},
           "affects": [{"ref": "app"}]},
          {"id": "CVE-2026-1002", "affects": [{"ref": "app"}]}]}
        """;

    public static final String CSAF = """
        {"document": {"category": "csaf_vex", "csaf_version": "2.0", "publisher": {"name": "Kura Soft"},
          "tracking": {"current_release_date": "2026-01-01T00:00:00Z"}},
         "product_tree": {
          "branches": [{"category": "vendor", "name": "Kura", "branches": [{"category": "product_name", "name": "app",
           "product": {"name": "app", "product_id": "P1",
            "product_identification_helper": {"purl": "pkg:oci/app"}}}]}],
          "full_product_names": [{"name": "lib", "product_id": "P2",
           "product_identification_helper": {"cpe": "cpe:/a:kura:lib:1"}}, {"name": "Box 7", "product_id": "P3"}],
          "relationships": [{"category": "default_component_of", "product_reference": "P2",
           "relates_to_product_reference": "P1", "full_product_name": {"name": "lib in app", "product_id": "P4"}}],
          "product_groups": [{"group_id": "G1", "product_ids": ["P4"]}]},
         "vulnerabilities": [{"cve": "CVE-2026-1000", "ids": [{"system_name": "K", "text": "K-1"}],
          "product_status": {"known_not_affected": ["P4"], "fixed": ["P1"], "known_affected": ["P3"],
           "under_investigation": ["P2"]},
          "flags": [{"label": "vulnerable_code_not_in_execute_path", "group_ids": ["G1"]}],
          "threats": [{"category": "impact", "details": "Not called.", "product_ids": ["P4"]}],
          "remediations": [{"category": "vendor_fix", "details": "Update.", "product_ids": ["P3"]}]}]}
        """;
}
