package io.kuramori.database;

import io.kuramori.database.DatabaseProblem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder in which everything of one installation lies, held by one process at a time. The operating system
/// frees the hold when the process ends, however it ends.
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "kuramori.lock";

    /// A lock of the operating system belongs to the process, and closing any channel on the file frees it: so a
    /// second holder in the same process must be refused before it opens the file.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder if it is missing, proves that it can be written, and holds it.
    ///
    /// @throws DatabaseProblem NOT_WRITABLE, DISK_FULL, or HELD saying by whom
    public static DataFolder hold(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            var real = folder.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw held(real);
            }
            boolean done = false;
            try {
                var lock = lock(real, clock);
                done = true;
                return new DataFolder(real, lock);
            } finally {
                if (!done) {
                    HELD_HERE.remove(real);
                }
            }
        } catch (IOException e) {
            throw DatabaseProblem.ofWriting(folder, e);
        }
    }

    /// Absolute, without links.
    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DatabaseProblem.ofWriting(path, e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static FileChannel lock(Path folder, Clock clock) throws IOException {
        var channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean done = false;
        try {
            if (channel.tryLock() == null) {
                throw held(folder);
            }
            write(channel, clock);
            done = true;
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static void write(FileChannel channel, Clock clock) throws IOException {
        var started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var text = ProcessHandle.current().pid() + "\n" + host() + "\n" + started + "\n";
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static DatabaseProblem held(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve(LOCK));
        var known = lines.size() < 3 ? List.of("?", "?", "?") : lines;

        return new DatabaseProblem(Kind.HELD, folder, known.get(0), known.get(1), known.get(2));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
