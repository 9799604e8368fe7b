package io.kuramori.evidence;

import java.io.IOException;

/// Another process keeps its files in this folder. Several replicas need S3-compatible storage.
public final class BlobStoreInUse extends IOException {

    private static final long serialVersionUID = 1L;

    public BlobStoreInUse(String folder, String holder) {
        super("the folder " + folder + " is in use by " + holder
                + "; run one replica, or set kuramori.blobs.kind=s3 for several");
    }
}
