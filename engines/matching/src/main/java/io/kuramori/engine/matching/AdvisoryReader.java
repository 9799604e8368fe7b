package io.kuramori.engine.matching;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads the advisories of a document as a stream. An advisory in a wrong shape is reported and the next one read; a
/// document that breaks off is reported once, after what came before. Implementations are safe for many threads.
public interface AdvisoryReader {

    void read(InputStream document, Consumer<AdvisoryResult> into);

    default List<AdvisoryResult> read(byte[] document) {
        List<AdvisoryResult> results = new ArrayList<>();
        read(new ByteArrayInputStream(document), results::add);
        return results;
    }
}
