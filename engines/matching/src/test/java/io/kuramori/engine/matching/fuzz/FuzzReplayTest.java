package io.kuramori.engine.matching.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Replays, for each target, its seeds, what a campaign once found (`src/test/resources/fuzz/<target>`), and some
/// damaged ones of both; a failure names the seed of its damage.
final class FuzzReplayTest {

    private static final Path REGRESSIONS = Path.of("src/test/resources/fuzz");
    private static final int DAMAGED = 50;

    @TestFactory
    Stream<DynamicTest> targets() {
        return FuzzTargets.all().stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> replay(target)));
    }

    private static void replay(FuzzTarget target) {
        List<byte[]> inputs = new ArrayList<>(target.seeds().get());
        assertThat(inputs).isNotEmpty();
        inputs.addAll(Seeds.files(REGRESSIONS.resolve(target.name())));
        inputs.add(new byte[0]);
        for (byte[] input : inputs) {
            run(target, input, -1);
            for (int seed = 0; seed < DAMAGED; seed++) {
                run(target, damaged(input, new Random(seed)), seed);
            }
        }
    }

    private static void run(FuzzTarget target, byte[] input, int seed) {
        assertThatNoException()
                .as("%s, seed %d: %s", target.name(), seed, new String(input, StandardCharsets.UTF_8))
                .isThrownBy(() -> target.body().run(input));
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = Arrays.copyOf(sound, sound.length + random.nextInt(3));
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void everyFolderOfRegressionsHasItsTarget() throws IOException {
        List<String> names = FuzzTargets.all().stream().map(FuzzTarget::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        try (Stream<Path> folders = Files.list(REGRESSIONS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(names);
        }
    }

    /// Spends more of this thread's processor time than an input may; not a wait, so it holds on a busy machine, too.
    private static void burn() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + Timed.SLOW_NANOS + 5_000_000;
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }

    /// A warm target that burns processor time in its next runs, as many as are left.
    private static Timed warm(AtomicInteger left) throws Exception {
        Timed timed = new Timed(new FuzzTarget("burning", 8, List::of, input -> {
            if (left.getAndDecrement() > 0) {
                burn();
            }
        }));
        int times = left.getAndSet(0);
        for (int i = 0; i < 3_000; i++) {
            timed.run(new byte[0]);
        }
        left.set(times);
        return timed;
    }

    @Test
    void whatIsSlowThreeTimesOverIsAFinding() throws Exception {
        Timed timed = warm(new AtomicInteger(3));
        assertThatThrownBy(() -> timed.run(new byte[] {7})).hasMessageContaining("ms of processor time");
        assertThat(timed.slowest()).containsExactly(7);
        assertThat(timed.slowestNanos()).isGreaterThan(Timed.SLOW_NANOS);
    }

    @Test
    void whatIsSlowOnceIsNone() throws Exception {
        Timed timed = warm(new AtomicInteger(2));
        timed.run(new byte[] {7});
        assertThat(timed.slowestNanos()).isLessThan(Timed.SLOW_NANOS);
    }

    @Test
    void whatIsThrownIsAFinding() {
        FuzzTarget broken = new FuzzTarget("broken", 8, List::of, input -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> new Timed(broken).run(new byte[1])).hasMessage("broken");
    }
}
