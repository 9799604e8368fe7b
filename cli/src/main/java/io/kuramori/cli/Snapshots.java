package io.kuramori.cli;

import io.kuramori.engine.matching.AdvisoryIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of advisories as `index` writes them.
final class Snapshots {

    static final String SUFFIX = ".snapshot";

    private Snapshots() {}

    /// Told by its first bytes, not by its name.
    static boolean is(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return AdvisoryIndex.isSnapshot(bytes.readNBytes(8));
        }
    }

    /// The file mapped: it stays off the heap and is read where it is asked.
    static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
