package io.kuramori.identity.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The institution's own file of leaked passwords, since closed networks can ask nobody. Either SHA-1 hashes in their
/// order, or plain passwords; the first line tells which. A file that cannot serve stops the start: quietly checking
/// against nothing would be worse.
@Configuration(proxyBeanMethods = false)
class LeakedPasswords {

    /// Forty hexadecimal digits and how often it was seen, as Have I Been Pwned publishes them “ordered by hash”.
    static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{40}(:[0-9]{1,12})?");

    @Bean
    PasswordList leakedPasswordList(@Value("${kuramori.passwords.leaked-file:}") String file) throws IOException {
        return file.isBlank() ? PasswordList.NONE : open(Path.of(file));
    }

    static PasswordList open(Path file) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first == null) {
                throw new IOException(file + ": the list of leaked passwords is empty");
            }
            if (HASH.matcher(first).matches()) {
                return HashFile.checked(file);
            }
        }
        return PlainList.read(file);
    }
}
