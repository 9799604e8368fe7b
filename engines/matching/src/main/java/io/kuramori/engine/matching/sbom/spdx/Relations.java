package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.sbom.Edge;
import io.kuramori.engine.matching.sbom.Edge.Kind;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Place;
import java.util.HashSet;
import java.util.Set;

/// Takes from the relationships of a document what it describes, what depends on what, and what is in what. Those of
/// other kinds are about files, builds and documents.
final class Relations {

    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final Gathering gathering;
    private final Set<String> described = new HashSet<>();

    Relations(Gathering gathering) {
        this.gathering = gathering;
    }

    void described(String ref) {
        described.add(ref);
    }

    /// @param type such as `DEPENDS_ON`
    void relation(String from, String type, String to, Place place) {
        if (SpdxWords.silent(from) || SpdxWords.silent(to)) {
            return;
        }
        switch (type) {
            case "DESCRIBES" -> describes(from, to);
            case "DESCRIBED_BY" -> describes(to, from);
            case "DEPENDS_ON", "STATIC_LINK", "DYNAMIC_LINK", "HAS_PREREQUISITE" ->
                gathering.edge(new Edge(from, to, Kind.DEPENDS_ON), place);
            case "DEPENDENCY_OF",
                    "BUILD_DEPENDENCY_OF",
                    "DEV_DEPENDENCY_OF",
                    "OPTIONAL_DEPENDENCY_OF",
                    "PROVIDED_DEPENDENCY_OF",
                    "RUNTIME_DEPENDENCY_OF",
                    "TEST_DEPENDENCY_OF",
                    "PREREQUISITE_FOR" -> gathering.edge(new Edge(to, from, Kind.DEPENDS_ON), place);
            case "CONTAINS" -> gathering.edge(new Edge(from, to, Kind.CONTAINS), place);
            case "CONTAINED_BY" -> gathering.edge(new Edge(to, from, Kind.CONTAINS), place);
            default -> {
                // Of another kind.
            }
        }
    }

    private void describes(String document, String ref) {
        if (document.equals(DOCUMENT)) {
            described.add(ref);
        }
    }

    void end() {
        gathering.described(described);
    }
}
