package io.kuramori.benchmarks.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What this machine's memory gives: the time no reader of so many bytes can be faster than.
final class Bandwidth {

    private static final int BYTES = 1 << 28;

    private Bandwidth() {}

    static void print(Path snapshot) throws IOException {
        long[][] arrays = {new long[BYTES / 8], new long[BYTES / 8]};
        for (long[] array : arrays) {
            Arrays.fill(array, 1);
        }
        double best = 0;
        for (int round = 0; round < 8; round++) {
            long began = System.nanoTime();
            long sum = IntStream.range(0, arrays.length)
                    .parallel()
                    .mapToLong(i -> Arrays.stream(arrays[i]).sum())
                    .sum();
            double seconds = (System.nanoTime() - began) / 1e9;
            best = Math.max(best, 2.0 * BYTES / seconds / 1e9 + (sum < 0 ? 1 : 0));
        }
        MatchingBenchmark.row(
                "Memory read by both cores",
                "%.1f GB/s; the whole snapshot in %.3f s",
                best,
                Files.size(snapshot) / best / 1e9);
    }
}
