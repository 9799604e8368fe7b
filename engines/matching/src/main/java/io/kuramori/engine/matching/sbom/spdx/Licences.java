package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Licence;

/// The licence of a package: what the document concludes, else what the package declares.
final class Licences {

    private String concluded = "";
    private String declared = "";

    void concluded(String text) {
        concluded = text;
    }

    void declared(String text) {
        declared = text;
    }

    void into(Draft draft) {
        String said = SpdxWords.silent(concluded) ? declared : concluded;
        if (!SpdxWords.silent(said)) {
            draft.licence(new Licence.Expression(said));
        }
    }
}
