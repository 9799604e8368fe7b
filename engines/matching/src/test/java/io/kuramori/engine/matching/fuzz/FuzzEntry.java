package io.kuramori.engine.matching.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// What the fuzzer calls, by the names it looks for. The target is named by the property `kuramori.fuzz.target`; the
/// slowest input and its time are left in the folder `kuramori.fuzz.folder`.
public final class FuzzEntry {

    private static final Timed TIMED = new Timed(FuzzTargets.named(property("target")));

    private FuzzEntry() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TIMED.run(input);
    }

    public static void fuzzerTearDown() throws IOException {
        Path folder = Path.of(property("folder"));
        Files.write(folder.resolve("slowest"), TIMED.slowest());
        Files.writeString(folder.resolve("slowest-nanos"), Long.toString(TIMED.slowestNanos()));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("kuramori.fuzz." + name), name);
    }
}
