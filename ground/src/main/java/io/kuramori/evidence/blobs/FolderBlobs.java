package io.kuramori.evidence.blobs;

import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files in a folder of this machine, `ab/cd…` by hash.
///
/// A put writes a new file under `incoming/`, forces it, renames it to its name and forces the folder: a crash at any
/// moment leaves either no blob or a whole one, and what it leaves in `incoming/` is swept at the next start. The
/// rename also replaces a blob that had gone bad by the good bytes just received.
final class FolderBlobs implements Blobs, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderBlobs.class);

    private final Path root;
    private final Path incoming;
    private final Disk disk;
    private final FolderLock lock;

    private FolderBlobs(Path root, Disk disk, FolderLock lock) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.disk = disk;
        this.lock = lock;
    }

    /// @throws io.kuramori.evidence.BlobStoreInUse when another process keeps its files there
    static FolderBlobs open(Path root) throws IOException {
        return open(root, Disk.REAL);
    }

    static FolderBlobs open(Path root, Disk disk) throws IOException {
        Files.createDirectories(root);
        FolderBlobs blobs = new FolderBlobs(root, disk, FolderLock.take(root));
        blobs.sweep();
        return blobs;
    }

    @Override
    public BlobRef put(InputStream bytes, long limit) throws IOException {
        Path staged = incoming.resolve(UUID.randomUUID().toString());
        try {
            BlobRef ref = Staging.copy(bytes, limit, staged);
            Path folder = folder(ref.sha256());
            createFolder(folder);
            disk.rename(staged, file(ref.sha256()));
            disk.forceFolder(folder);
            return ref;
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        try {
            return Optional.of(new VerifyingStream(Files.newInputStream(file(sha256)), sha256));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> openRange(String sha256, long offset, long length) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file(sha256), StandardOpenOption.READ);
            channel.position(offset);
            return Optional.of(new BoundedStream(Channels.newInputStream(channel), length));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    public Stream<BlobRef> list() throws IOException {
        return Files.walk(root, 2)
                .filter(file -> Sha256.isName(nameOf(file)))
                .filter(Files::isRegularFile)
                .map(file -> new BlobRef(nameOf(file), sizeOf(file)));
    }

    @Override
    public boolean delete(String sha256, String reason) throws IOException {
        boolean there = Files.deleteIfExists(file(sha256));
        if (there) {
            disk.forceFolder(folder(sha256));
            LOG.info("blob {} deleted: {}", sha256, reason);
        }
        return there;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path file(String sha256) {
        return root.resolve(Sha256.path(Sha256.checked(sha256)));
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace("/", "");
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            disk.forceFolder(root);
        }
    }

    /// Nobody else writes here (the lock), so whatever is in `incoming/` was left by a crash.
    private void sweep() throws IOException {
        Files.createDirectories(incoming);
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.delete(file);
                LOG.info("removed an upload that a crash interrupted: {}", file.getFileName());
            }
        }
    }
}
