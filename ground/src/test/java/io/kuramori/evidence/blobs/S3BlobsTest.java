package io.kuramori.evidence.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Against a real S3-compatible server on loopback.
final class S3BlobsTest extends BlobsContract {

    private static S3Proxy server;

    private final String bucket = "b-" + UUID.randomUUID();
    private S3Client client;
    private S3Blobs blobs;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                .build();
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stop();
    }

    @BeforeEach
    void open() {
        client = S3Clients.open(properties("secret"));
        client.createBucket(create -> create.bucket(bucket));
        blobs = new S3Blobs(client, bucket, "evidence/");
    }

    @AfterEach
    void close() {
        blobs.close();
    }

    @Override
    Blobs blobs() {
        return blobs;
    }

    @Override
    void corrupt(String sha256, byte[] instead) {
        client.putObject(
                put -> put.bucket(bucket).key("evidence/" + Sha256.path(sha256)), RequestBody.fromBytes(instead));
    }

    @Test
    void doesNotOverwriteWhatIsThere() throws IOException {
        String name = put("abc").sha256();
        corrupt(name, new byte[] {'a', 'b', 'd'});

        put("abc");

        assertThatThrownBy(() -> read(name)).hasMessageContaining("hash to");
    }

    @Test
    void saysWhenWhatIsThereHasAnotherSize() throws IOException {
        String name = put("abc").sha256();
        corrupt(name, new byte[] {'a'});

        assertThatThrownBy(() -> put("abc"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1 bytes instead of 3");
    }

    @Test
    void leavesOtherObjectsOfTheBucketAlone() throws IOException {
        client.putObject(put -> put.bucket(bucket).key("evidence/readme.txt"), RequestBody.fromString("not ours"));
        client.putObject(put -> put.bucket(bucket).key("other/x"), RequestBody.fromString("not ours"));

        assertThat(all()).isEmpty();
    }

    @Test
    void listsPastOnePage() throws IOException {
        for (int i = 0; i < 7; i++) {
            put("blob " + i);
        }

        try (Stream<BlobRef> all = new S3Blobs(client, bucket, "evidence/", 2).list()) {
            assertThat(all).hasSize(7);
        }
    }

    @Test
    void namesTheBucketWhenTheKeyIsWrong() {
        S3Client wrong = S3Clients.open(properties("another"));
        try (S3Blobs refused = new S3Blobs(wrong, bucket, "")) {
            assertThatThrownBy(() -> refused.put(stream("abc"), 10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(bucket);
        }
    }

    private static BlobsProperties properties(String secret) {
        return new BlobsProperties(
                BlobsProperties.Kind.S3,
                null,
                URI.create("http://127.0.0.1:" + server.getPort()),
                "us-east-1",
                "unused",
                "",
                "key",
                secret,
                true);
    }
}
