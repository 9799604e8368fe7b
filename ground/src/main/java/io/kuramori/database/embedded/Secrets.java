package io.kuramori.database.embedded;

import io.kuramori.database.Login;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The generated passwords of the embedded server, in a file of the data folder that only its owner can read. Who
/// reads it has the whole database. It must not be lost while the cluster is there; a backup never holds it.
record Secrets(Login bootstrap, Login owner, Login app, Login system) {

    private static final int PASSWORD_BYTES = 24;

    /// Reads the file, or makes it with new passwords.
    static Secrets in(Path file) throws IOException {
        if (Files.notExists(file)) {
            write(file);
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));

        return new Secrets(
                login(properties, "kuramori_bootstrap"),
                login(properties, "kuramori_owner"),
                login(properties, "kuramori_app"),
                login(properties, "kuramori_system"));
    }

    private static Login login(Properties properties, String user) throws IOException {
        var password = properties.getProperty(user);
        if (password == null) {
            throw new IOException("no password of " + user + " in the passwords' file");
        }

        return new Login(user, password);
    }

    private static void write(Path file) throws IOException {
        var text = new StringBuilder();
        for (String user : new String[] {"kuramori_bootstrap", "kuramori_owner", "kuramori_app", "kuramori_system"}) {
            text.append(user).append('=').append(password()).append('\n');
        }
        var staging = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(staging);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(staging, ownerOnly);
        Files.writeString(staging, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);

        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
