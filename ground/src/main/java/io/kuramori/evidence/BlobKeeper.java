package io.kuramori.evidence;

/// A module that keeps files in [Blobs] says which, so that none of them is swept. A bean of that module.
public interface BlobKeeper {

    /// Whether some row names the file. Inside a transaction of Kuramori's own, with the whole group in view.
    boolean keeps(String sha256);
}
