package io.kuramori.engine.matching.epss;

import io.kuramori.engine.matching.document.Damage;
import io.kuramori.engine.matching.kev.KevReader;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/// Damaged at random places, feeds are read or refused, never anything else.
final class FeedsFuzz {

    @Test
    void damagedScores() {
        Damage.of("""
                #model_version:v1,score_date:2026-01-01
                cve,epss,percentile
                CVE-2020-5902,0.65,0.9
                "CVE-2020-5903",0.1,"0.2"
                """, bytes -> EpssReader.read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void damagedCatalogues() {
        Damage.of("""
                {"catalogVersion": "1", "vulnerabilities": [{"cveID": "CVE-2026-1000", "dateAdded": "2026-01-01",
                 "dueDate": "2026-01-22", "cwes": ["CWE-1"]}]}""", bytes -> KevReader.read(new ByteArrayInputStream(bytes)));
        Damage.of("""
                cveID,dateAdded,product
                CVE-2026-1000,2026-01-01,"a, b"
                """, bytes -> KevReader.read(new ByteArrayInputStream(bytes)));
    }
}
