package io.kuramori.benchmarks.matching;

import io.kuramori.engine.matching.Component;
import java.util.List;

/// Components as a bill of materials.
final class Bills {

    private Bills() {}

    /// In CycloneDX 1.6; names hold nothing that JSON would need escaped.
    static String cycloneDx(List<Component> components) {
        StringBuilder json = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,")
                .append("\"components\":[");
        for (int i = 0; i < components.size(); i++) {
            Component one = components.get(i);
            json.append(i == 0 ? "" : ",").append("{\"type\":\"library\"");
            field(json, "name", one.name());
            field(json, "version", one.version());
            field(json, "purl", one.purl());
            field(json, "cpe", one.cpe() == null ? null : one.cpe().replace("\\", "\\\\"));
            json.append('}');
        }
        return json.append("]}").toString();
    }

    private static void field(StringBuilder json, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            json.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }
}
