package io.kuramori.evidence.blobs;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files are kept.
///
/// @param kind `folder` (default) or `s3`
/// @param folder the folder; default `<data>/evidence`
/// @param endpoint address of the S3-compatible store; absent for AWS itself
/// @param region as the store asks; many ignore it
/// @param prefix put before every key, empty or ending in `/`
/// @param accessKey with `secretKey`; both absent: the SDK's own chain (environment, instance role)
/// @param pathStyle whether the bucket stands in the path instead of the host name
@ConfigurationProperties("kuramori.blobs")
record BlobsProperties(
        @DefaultValue("folder") Kind kind,
        @Nullable Path folder,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String bucket,
        @DefaultValue("") String prefix,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    /// Which store.
    enum Kind {
        FOLDER,
        S3
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "BlobsProperties[" + kind + ", folder=" + folder + ", endpoint=" + endpoint + ", bucket=" + bucket + "]";
    }
}
