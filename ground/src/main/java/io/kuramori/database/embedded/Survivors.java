package io.kuramori.database.embedded;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Processes of PostgreSQL that still work in a cluster: each has it as its current directory. There can be some
/// after a `kill -9`, for the moment that they need to notice.
final class Survivors {

    private Survivors() {}

    /// Processes that work in `cluster`, as the kernel sees them now.
    static List<ProcessHandle> of(Path cluster) throws IOException {
        var found = new ArrayList<ProcessHandle>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (worksIn(process, cluster)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }

        return found;
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster)
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException | SecurityException e) {
            // Gone meanwhile, or another user's.
            return false;
        }
    }
}
