package io.kuramori.evidence.blobs;

import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Files in a bucket of an S3-compatible store, `<prefix>ab/cd…` by hash; several replicas may share it.
///
/// The name is known only when the last byte has come, so a put is staged in a local file first and then sent with
/// `If-None-Match: *` and its SHA-256, which the store checks. Object lock and retention are the bucket's own.
final class S3Blobs implements Blobs, AutoCloseable {

    /// What one request may carry (S3 API, PutObject).
    static final long LARGEST = 5L * 1024 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(S3Blobs.class);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int CONFLICT_RETRIES = 5;
    private static final int LARGEST_PAGE = 1000;

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final int pageSize;

    S3Blobs(S3Client client, String bucket, String prefix) {
        this(client, bucket, prefix, LARGEST_PAGE);
    }

    S3Blobs(S3Client client, String bucket, String prefix, int pageSize) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.pageSize = pageSize;
    }

    @Override
    public BlobRef put(InputStream bytes, long limit) throws IOException {
        Path folder = Files.createTempDirectory("kuramori-blob");
        Path staged = folder.resolve("incoming");
        try {
            BlobRef ref = Staging.copy(bytes, Math.min(limit, LARGEST), staged);
            send(ref, staged, CONFLICT_RETRIES);
            return ref;
        } finally {
            Files.deleteIfExists(staged);
            Files.delete(folder);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        String key = key(sha256);
        try {
            return Optional.of(new VerifyingStream(
                    client.getObject(get -> get.bucket(bucket).key(key)), sha256));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw failed("read", sha256, failure);
        }
    }

    @Override
    public Optional<InputStream> openRange(String sha256, long offset, long length) throws IOException {
        String key = key(sha256);
        if (length <= 0) {
            return size(sha256).map(present -> InputStream.nullInputStream());
        }
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        try {
            return Optional.of(
                    client.getObject(get -> get.bucket(bucket).key(key).range(range)));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (S3Exception failure) {
            if (failure.statusCode() == RANGE_NOT_SATISFIABLE) {
                return Optional.of(InputStream.nullInputStream());
            }
            throw failed("read", sha256, failure);
        } catch (SdkException failure) {
            throw failed("read", sha256, failure);
        }
    }

    /// Pages lazily as the stream is read; a failure on the way surfaces as the SDK's unchecked exception.
    @Override
    public Stream<BlobRef> list() {
        return client
                .listObjectsV2Paginator(
                        list -> list.bucket(bucket).prefix(prefix).maxKeys(pageSize))
                .contents()
                .stream()
                .filter(object -> Sha256.isName(nameOf(object.key())))
                .map(object -> new BlobRef(nameOf(object.key()), object.size()));
    }

    @Override
    public boolean delete(String sha256, String reason) throws IOException {
        String key = key(sha256);
        if (size(sha256).isEmpty()) {
            return false;
        }

        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException failure) {
            throw failed("delete", sha256, failure);
        }
        LOG.info("blob {} deleted: {}", sha256, reason);
        return true;
    }

    @Override
    public void close() {
        client.close();
    }

    private void send(BlobRef ref, Path staged, int retries) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ref.sha256()));
        try {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(key(ref.sha256()))
                            .ifNoneMatch("*")
                            .checksumSHA256(checksum)
                            .contentLength(ref.size()),
                    RequestBody.fromFile(staged));
        } catch (S3Exception failure) {
            if (failure.statusCode() == PRECONDITION_FAILED) {
                requireWhole(ref);
            } else if (failure.statusCode() == CONFLICT && retries > 0) {
                send(ref, staged, retries - 1);
            } else {
                throw failed("store", ref.sha256(), failure);
            }
        } catch (SdkException failure) {
            throw failed("store", ref.sha256(), failure);
        }
    }

    /// What was there already must at least have the size of what was just received.
    private void requireWhole(BlobRef ref) throws IOException {
        Optional<Long> kept = size(ref.sha256());
        if (kept.isPresent() && kept.get() != ref.size()) {
            throw new IOException(
                    "blob " + ref.sha256() + " is kept with " + kept.get() + " bytes instead of " + ref.size());
        }
    }

    private Optional<Long> size(String sha256) throws IOException {
        String key = key(sha256);
        try {
            return Optional.of(
                    client.headObject(head -> head.bucket(bucket).key(key)).contentLength());
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failed("look for", sha256, failure);
        } catch (SdkException failure) {
            throw failed("look for", sha256, failure);
        }
    }

    private String key(String sha256) {
        return prefix + Sha256.path(Sha256.checked(sha256));
    }

    private String nameOf(String key) {
        return key.substring(prefix.length()).replace("/", "");
    }

    private IOException failed(String act, String sha256, SdkException failure) {
        return new IOException("could not " + act + " blob " + sha256 + " in bucket " + bucket, failure);
    }
}
