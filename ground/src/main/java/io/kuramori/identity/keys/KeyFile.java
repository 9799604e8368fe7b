package io.kuramori.identity.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file with the master keys: one line each, `kuramori-master-key-v1 <base64>`; the last line seals, the earlier
/// ones only open. Readable by its owner alone, or it is refused.
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final String MARK = "kuramori-master-key-v1 ";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /// The keys, the one that seals last.
    ///
    /// @throws KeyFileProblem naming the file and what is wrong with it
    List<MasterKey> read() {
        try {
            refuseWhenOthersCanRead();
            var keys = new ArrayList<MasterKey>();
            for (String line : Files.readAllLines(path)) {
                if (!line.isBlank()) {
                    keys.add(key(line.strip()));
                }
            }
            if (keys.isEmpty()) {
                throw new KeyFileProblem(path + " holds no master key");
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new KeyFileProblem("the master key cannot be read from " + path + ": " + e);
        }
    }

    /// Makes the file with a new key, unless somebody else just did.
    void create() {
        try {
            write(path, List.of(MasterKey.random()));
            LOG.info("made the master key in {}: keep a copy apart from the data and from backups", path);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process made {}", path);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key cannot be written to " + path, e);
        }
    }

    /// Puts these keys in the place of those that are there, at once: whoever reads it finds the old or the new ones.
    void replace(List<MasterKey> keys) {
        var beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, keys);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys cannot be written to " + path, e);
        }
    }

    private static void write(Path path, List<MasterKey> keys) throws IOException {
        var lines = new StringBuilder();
        keys.forEach(key -> lines.append(MARK).append(key.encoded()).append('\n'));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private MasterKey key(String line) {
        if (!line.startsWith(MARK)) {
            throw new KeyFileProblem(path + " has a line that is no master key");
        }
        try {
            return MasterKey.decoded(line.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            throw new KeyFileProblem(path + " has a damaged master key");
        }
    }

    private void refuseWhenOthersCanRead() throws IOException {
        var open = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        open.removeAll(OWNER_ONLY);
        open.remove(PosixFilePermission.OWNER_EXECUTE);
        if (!open.isEmpty()) {
            throw new KeyFileProblem("others than its owner can reach " + path + ": chmod 600 it");
        }
    }

    /// The key file cannot be used.
    static final class KeyFileProblem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyFileProblem(String message) {
            super(message);
        }
    }
}
