package io.kuramori.engine.matching.vex.file;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Sniffed;
import io.kuramori.engine.matching.vex.Vex;
import io.kuramori.engine.matching.vex.csaf.CsafReader;
import io.kuramori.engine.matching.vex.cyclonedx.CycloneDxVexReader;
import io.kuramori.engine.matching.vex.openvex.OpenVexReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads a VEX document in JSON, whichever format it is.
public final class VexReader {

    private VexReader() {}

    /// @param file the name under which the statements are told
    public static Reading<Vex> read(byte[] bytes, String file) {
        try {
            Problems problems = new Problems();
            return JsonDocument.read(
                    Sniffed.of(new ByteArrayInputStream(bytes)).bytes(),
                    problems,
                    json -> of(JsonValue.of(json), file, problems));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    private static Vex of(JsonValue root, String file, Problems problems) {
        if (root.get("bomFormat").isPresent()) {
            return CycloneDxVexReader.read(root, file, problems);
        }
        if (root.get("@context").isPresent()) {
            return OpenVexReader.read(root, file, problems);
        }
        if (root.get("document").isPresent()) {
            return CsafReader.read(root, file, problems);
        }
        throw root.refused(Kind.FORMAT, "a VEX document of CycloneDX, OpenVEX or CSAF");
    }
}
