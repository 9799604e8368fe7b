package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Out;
import io.kuramori.engine.matching.segment.SegmentWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;

/// Writes advisories as a snapshot that [AdvisoryIndex#open] opens, as they come: the advisories themselves go straight
/// to the channel, only what they are found by stays in memory until [#finish()]. For many threads.
///
/// An advisory of a source and id that is there already stands beside it; give each once.
public final class AdvisoryIndexWriter {

    private static final Out NOTHING = new Out(0);

    private final SegmentWriter segment;

    /// @param channel stays open
    public AdvisoryIndexWriter(WritableByteChannel channel) throws IOException {
        segment = new SegmentWriter(channel);
    }

    /// @return its number, from 0
    public int add(Advisory advisory) throws IOException {
        Out record = new Out(512);
        AdvisoryCodec.write(advisory, record);
        Map<String, Out> rows = SieveWriter.of(CompiledAdvisory.of(advisory));
        String name = SieveWriter.name(advisory.source(), advisory.id());
        synchronized (segment) {
            int number = segment.record(record);
            rows.forEach((key, row) -> segment.list(key, number, row));
            segment.list(name, number, NOTHING);
            return number;
        }
    }

    public int size() {
        synchronized (segment) {
            return segment.size();
        }
    }

    /// Writes the rest; nothing can be added afterwards.
    public void finish() throws IOException {
        synchronized (segment) {
            segment.finish();
        }
    }
}
