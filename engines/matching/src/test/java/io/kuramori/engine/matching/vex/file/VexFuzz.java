package io.kuramori.engine.matching.vex.file;

import io.kuramori.engine.matching.document.Damage;
import org.junit.jupiter.api.Test;

/// Damaged at random places, VEX documents are read or refused, never anything else.
final class VexFuzz {

    @Test
    void damagedOpenVex() {
        Damage.of(Samples.OPENVEX, bytes -> VexReader.read(bytes, "fuzz"));
        Damage.of(Samples.OPENVEX_OLD, bytes -> VexReader.read(bytes, "fuzz"));
    }

    @Test
    void damagedCycloneDx() {
        Damage.of(Samples.CYCLONEDX, bytes -> VexReader.read(bytes, "fuzz"));
    }

    @Test
    void damagedCsaf() {
        Damage.of(Samples.CSAF, bytes -> VexReader.read(bytes, "fuzz"));
    }
}
