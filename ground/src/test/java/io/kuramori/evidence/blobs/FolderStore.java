package io.kuramori.evidence.blobs;

import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.nio.file.Path;

/// A folder of files for other packages' tests.
public final class FolderStore implements AutoCloseable {

    private final FolderBlobs blobs;

    private FolderStore(FolderBlobs blobs) {
        this.blobs = blobs;
    }

    public static FolderStore open(Path folder) throws IOException {
        return new FolderStore(FolderBlobs.open(folder));
    }

    public Blobs blobs() {
        return blobs;
    }

    @Override
    public void close() throws IOException {
        blobs.close();
    }
}
