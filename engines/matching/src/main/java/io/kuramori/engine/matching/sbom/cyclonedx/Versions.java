package io.kuramori.engine.matching.sbom.cyclonedx;

import java.util.Set;

/// The versions of the specification that are read.
final class Versions {

    static final String EXPECTED = "CycloneDX 1.2 to 1.7";

    private static final Set<String> KNOWN = Set.of("1.2", "1.3", "1.4", "1.5", "1.6", "1.7");

    private Versions() {}

    static boolean known(String version) {
        return KNOWN.contains(version);
    }
}
