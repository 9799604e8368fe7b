package io.kuramori.identity.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/// A secret that stands in a file of its own, so that it is in no configuration, environment or list of processes.
final class SecretFile {

    private SecretFile() {}

    /// The first line.
    ///
    /// @throws IllegalStateException when everybody on the machine can read it
    static String read(String path) {
        var file = Path.of(path);
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new IllegalStateException("everybody can read " + path + ": chmod 600 it");
            }
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret cannot be read from " + path, e);
        }
    }
}
