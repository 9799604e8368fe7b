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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
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

        static Part whole(Segment segment, int from) {
            return new Part(segment, from, new long[(segment.size() + 63) >> 6]);
        }

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
    public record Name(String source, String id) {

        public static Name of(Advisory advisory) {
            return new Name(advisory.source(), advisory.id());
        }
    }

    private AdvisoryIndex(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.size = parts.stream().mapToInt(Part::count).sum();
    }

    /// On the heap. Of several advisories with one source and id the last counts.
    public static AdvisoryIndex of(Collection<Advisory> advisories) {
        Builder builder = new Builder();
        advisories.forEach(builder::add);
        return builder.build();
    }

    /// Takes advisories one after another and keeps none of them but as bytes. For one thread.
    public static final class Builder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Map<Name, Integer> numbers = new HashMap<>();
        private final List<Integer> replaced = new ArrayList<>();
        private final AdvisoryIndexWriter writer;

        public Builder() {
            try {
                writer = new AdvisoryIndexWriter(Channels.newChannel(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Replaces one of the same source and id.
        public Builder add(Advisory advisory) {
            try {
                Integer before = numbers.put(Name.of(advisory), writer.add(advisory));
                if (before != null) {
                    replaced.add(before);
                }
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Nothing can be added afterwards.
        public AdvisoryIndex build() {
            return new AdvisoryIndex(List.of(part(0)));
        }

        private Part part(int from) {
            try {
                writer.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Part.whole(Segment.open(ByteBuffer.wrap(bytes.toByteArray())), from)
                    .without(replaced);
        }
    }

    /// Over snapshots, which are not read but for their ends. What several hold is found in each.
    ///
    /// @param snapshots as [AdvisoryIndexWriter] wrote them; mapped, they stay off the heap
    /// @throws Damaged when one is none, or one of another version of this engine
    public static AdvisoryIndex open(List<ByteBuffer> snapshots) {
        List<Part> parts = new ArrayList<>();
        for (ByteBuffer snapshot : snapshots) {
            parts.add(Part.whole(Segment.open(snapshot), end(parts)));
        }
        return new AdvisoryIndex(parts);
    }

    public static AdvisoryIndex open(ByteBuffer snapshot) {
        return open(List.of(snapshot));
    }

    /// Whether a file that begins so is a snapshot of some version of this engine.
    public static boolean isSnapshot(byte[] beginning) {
        return Segment.begins(beginning);
    }

    /// The index with some advisories new or changed, and some gone.
    public AdvisoryIndex with(Collection<Advisory> changed, Collection<Name> removed) {
        Set<Name> replaced = new LinkedHashSet<>(removed);
        changed.forEach(advisory -> replaced.add(Name.of(advisory)));
        List<Part> next = new ArrayList<>();
        for (Part part : parts) {
            List<Integer> numbers = new ArrayList<>();
            replaced.forEach(name -> numbers.addAll(numbers(part, name)));
            next.add(numbers.isEmpty() ? part : part.without(numbers));
        }
        if (!changed.isEmpty()) {
            next.add(heap(changed, end(next)));
        }
        return new AdvisoryIndex(next.size() > MAX_PARTS ? joined(next) : next);
    }

    /// The index with all of another. What both hold under one source and id is the other's.
    public AdvisoryIndex and(AdvisoryIndex other) {
        if (other.size == 0) {
            return this;
        }
        List<Part> next = new ArrayList<>();
        for (Part part : parts) {
            List<Integer> numbers = new ArrayList<>();
            other.forEach(advisory -> numbers.addAll(numbers(part, Name.of(advisory))));
            next.add(numbers.isEmpty() ? part : part.without(numbers));
        }
        for (Part part : other.parts) {
            next.add(new Part(part.segment, end(next), part.gone));
        }
        return new AdvisoryIndex(next);
    }

    /// Over several at once, which hold no advisory in common: what two hold is found twice.
    public static AdvisoryIndex together(List<AdvisoryIndex> indexes) {
        List<Part> all = new ArrayList<>();
        for (AdvisoryIndex index : indexes) {
            for (Part part : index.parts) {
                if (part.count() > 0) {
                    all.add(new Part(part.segment, end(all), part.gone));
                }
            }
        }
        return new AdvisoryIndex(all);
    }

    /// All parts but the first become one.
    private static List<Part> joined(List<Part> parts) {
        List<Advisory> small = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(part -> part.left().forEach(small::add));
        List<Part> first = List.of(parts.getFirst());
        return List.of(parts.getFirst(), heap(small, end(first)));
    }

    private static Part heap(Collection<Advisory> advisories, int from) {
        Builder builder = new Builder();
        advisories.forEach(builder::add);
        return builder.part(from);
    }

    private static int end(List<Part> parts) {
        if (parts.isEmpty()) {
            return 0;
        }
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
        if (parts.size() == 1
                && parts.getFirst().count() == parts.getFirst().segment.size()) {
            // Already one snapshot, whole.
            parts.getFirst().segment.copyTo(channel);
            return;
        }
        AdvisoryIndexWriter writer = new AdvisoryIndexWriter(channel);
        for (Part part : parts) {
            for (Advisory advisory : part.left()) {
                writer.add(advisory);
            }
        }
        writer.finish();
    }

    /// Hands out every advisory, read one after another.
    public void forEach(Consumer<Advisory> with) {
        parts.forEach(part -> part.left().forEach(with));
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
