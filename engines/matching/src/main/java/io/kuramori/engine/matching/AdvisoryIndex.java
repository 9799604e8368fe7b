package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.segment.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Advisories by what they speak of; immutable, for many threads.
///
/// The advisories are bytes, on the heap or in a mapped file, and read when one is asked. A change does not touch them:
/// [#with] makes an index of the same bytes, a small new part, and marks at what the new part replaces; when there are
/// many small parts, they become one.
public final class AdvisoryIndex {

    private static final int MAX_PARTS = 8;
    /// So many advisories last asked stay ready to be asked again.
    private static final int READY = 1 << 10;

    private final List<Part> parts;
    private final int size;
    private final AtomicReferenceArray<@Nullable Ready> ready = new AtomicReferenceArray<>(READY);

    /// @param from the place of its first advisory among all
    /// @param gone a bit for each advisory that a later part replaced
    // Parts are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Part(Segment segment, int from, long[] gone) {

        boolean gone(int number) {
            if (number >= segment.size()) {
                throw new Damaged("the number of an advisory");
            }
            return ((gone[number >> 6] >>> number) & 1) != 0;
        }

        Part without(List<Integer> numbers) {
            long[] marked = gone.clone();
            numbers.forEach(number -> marked[number >> 6] |= 1L << number);
            return new Part(segment, from, marked);
        }

        Advisory read(int number) {
            try {
                return AdvisoryCodec.read(segment.record(number));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Damaged("an advisory", e);
            }
        }

        Iterable<Advisory> left() {
            return () -> IntStream.range(0, segment.size())
                    .filter(number -> !gone(number))
                    .mapToObj(this::read)
                    .iterator();
        }

        int count() {
            int left = segment.size();
            for (long word : gone) {
                left -= Long.bitCount(word);
            }
            return left;
        }
    }

    private record Ready(int place, CompiledAdvisory advisory) {}

    /// An advisory's name: ids are unique within a source only.
    public record Name(String source, String id) {}

    private AdvisoryIndex(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.size = parts.stream().mapToInt(Part::count).sum();
    }

    /// On the heap. Of several advisories with one source and id the last counts.
    public static AdvisoryIndex of(Collection<Advisory> advisories) {
        Map<Name, Advisory> last = new LinkedHashMap<>();
        advisories.forEach(advisory -> last.put(new Name(advisory.source(), advisory.id()), advisory));
        return new AdvisoryIndex(List.of(part(heap(last.values()), 0)));
    }

    /// Over a snapshot, which is not read but for its end.
    ///
    /// @param snapshot as [AdvisoryIndexWriter] wrote it; mapped, it stays off the heap
    /// @throws Damaged when it is not one, or one of another version of this engine
    public static AdvisoryIndex open(ByteBuffer snapshot) {
        return new AdvisoryIndex(List.of(part(Segment.open(snapshot), 0)));
    }

    private static Part part(Segment segment, int from) {
        return new Part(segment, from, new long[(segment.size() + 63) >> 6]);
    }

    private static Segment heap(Collection<Advisory> advisories) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            AdvisoryIndexWriter writer = new AdvisoryIndexWriter(Channels.newChannel(bytes));
            for (Advisory advisory : advisories) {
                writer.add(advisory);
            }
            writer.finish();
            return Segment.open(ByteBuffer.wrap(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The index with some advisories new or changed, and some gone.
    public AdvisoryIndex with(Collection<Advisory> changed, Collection<Name> removed) {
        Map<Name, Advisory> last = new LinkedHashMap<>();
        changed.forEach(advisory -> last.put(new Name(advisory.source(), advisory.id()), advisory));
        List<Name> replaced = new ArrayList<>(removed);
        replaced.addAll(last.keySet());
        List<Part> next = new ArrayList<>();
        for (Part part : parts) {
            List<Integer> numbers = new ArrayList<>();
            replaced.forEach(name -> numbers.addAll(numbers(part, name)));
            next.add(numbers.isEmpty() ? part : part.without(numbers));
        }
        if (!last.isEmpty()) {
            next.add(part(heap(last.values()), end(next)));
        }
        return new AdvisoryIndex(next.size() > MAX_PARTS ? joined(next) : next);
    }

    /// All parts but the first become one.
    private static List<Part> joined(List<Part> parts) {
        List<Advisory> small = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(part -> part.left().forEach(small::add));
        Part first = parts.getFirst();
        return List.of(first, part(heap(small), end(List.of(first))));
    }

    private static int end(List<Part> parts) {
        Part last = parts.getLast();
        return last.from + last.segment.size();
    }

    /// How many advisories it holds.
    public int size() {
        return size;
    }

    /// Writes all advisories as one snapshot.
    ///
    /// @param channel stays open
    public void write(WritableByteChannel channel) throws IOException {
        AdvisoryIndexWriter writer = new AdvisoryIndexWriter(channel);
        for (Part part : parts) {
            for (Advisory advisory : part.left()) {
                writer.add(advisory);
            }
        }
        writer.finish();
    }

    /// Reads everything and compares its sums; false when a byte was changed by accident.
    public boolean intact() {
        return parts.stream().allMatch(part -> part.segment.intact());
    }

    /// The advisory of a source, null when there is none of that id.
    public @Nullable Advisory find(Name name) {
        for (Part part : parts) {
            List<Integer> numbers = numbers(part, name);
            if (!numbers.isEmpty()) {
                return part.read(numbers.getLast());
            }
        }
        return null;
    }

    private static List<Integer> numbers(Part part, Name name) {
        In list = new In(part.segment.list(SieveWriter.name(name.source, name.id)));
        List<Integer> numbers = new ArrayList<>();
        while (list.more()) {
            int number = list.number();
            list.skip();
            if (!part.gone(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    List<Part> parts() {
        return parts;
    }

    /// @param place among all, as a part's first and the number in it add up to
    CompiledAdvisory advisory(int place) {
        Ready last = ready.get(place & (READY - 1));
        if (last != null && last.place == place) {
            return last.advisory;
        }
        int at = parts.size() - 1;
        while (parts.get(at).from > place) {
            at--;
        }
        Part part = parts.get(at);
        CompiledAdvisory compiled = CompiledAdvisory.of(part.read(place - part.from));
        ready.set(place & (READY - 1), new Ready(place, compiled));
        return compiled;
    }
}
