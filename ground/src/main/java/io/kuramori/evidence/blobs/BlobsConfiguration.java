package io.kuramori.evidence.blobs;

import io.kuramori.database.DataFolder;
import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The store as `kuramori.blobs.*` names it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlobsProperties.class)
class BlobsConfiguration {

    @Bean
    Blobs blobs(BlobsProperties properties, DataFolder data) throws IOException {
        return switch (properties.kind()) {
            case FOLDER -> folder(properties, data);
            case S3 -> s3(properties);
        };
    }

    private static Blobs folder(BlobsProperties properties, DataFolder data) throws IOException {
        Path chosen = properties.folder();
        return FolderBlobs.open(chosen == null ? data.resolve("evidence") : chosen);
    }

    private static Blobs s3(BlobsProperties properties) {
        String bucket = properties.bucket();
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalStateException("kuramori.blobs.kind=s3 needs kuramori.blobs.bucket");
        }
        return new S3Blobs(S3Clients.open(properties), bucket, properties.prefix());
    }
}
