package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What docs/security/cryptography.md says is what the sources of every module ask for.
final class CryptographyTest {

    private static final Path INVENTORY = Path.of("../docs/security/cryptography.md");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:Cipher|MessageDigest|Mac|Signature|KeyPairGenerator|KeyFactory|SecretKeyFactory|KeyGenerator|KeyAgreement)"
                    + "\\s*\\.getInstance\\(\\s*([^,)]+)");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern WEAK =
            Pattern.compile("\\bnew Random\\(|Math\\.random\\(|ThreadLocalRandom|SplittableRandom");

    /// Spreads retries over time; nothing depends on nobody guessing it.
    private static final List<String> MAY_BE_GUESSED = List.of("JobRunner.java");

    @Test
    void theInventoryNamesEveryAlgorithmAndNoOther() throws IOException {
        var asked = new TreeSet<String>();
        for (Path file : sources()) {
            var calls = ASKED.matcher(Files.readString(file));
            while (calls.find()) {
                asked.add(calls.group(1).strip().replace("\"", ""));
            }
        }
        var listed = new TreeSet<String>();
        LISTED.matcher(Files.readString(INVENTORY)).results().forEach(row -> listed.add(row.group(1)));

        assertThat(asked).isNotEmpty().isEqualTo(listed);
    }

    @Test
    void nothingSecretComesFromAnotherRandomness() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : sources()) {
            if (WEAK.matcher(Files.readString(file)).find()) {
                found.add(file.getFileName().toString());
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_BE_GUESSED);
    }

    @Test
    void passwordsAreHashedByArgon2id() {
        var hash = new Passwords().hash("柿の木に雀が三羽とまっている");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        var parts = hash.split("\\$", -1);
        assertThat(parts[4]).as("128 bits of salt").hasSizeGreaterThanOrEqualTo(22);
        assertThat(parts[5]).as("256 bits of hash").hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void keysAndTokensHaveAtLeast128Bits() {
        assertThat(Secrets.token())
                .as("sessions, invitations: 256 bits in base64")
                .hasSizeGreaterThanOrEqualTo(43);
        assertThat(Totp.SECRET_BYTES * 8).isGreaterThanOrEqualTo(128);
        assertThat(Secrets.token()).isNotEqualTo(Secrets.token());
    }

    /// Benchmarks make up their input and are never installed.
    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of(".."))) {
            return files.filter(each -> each.toString().contains("/src/main/java/")
                            && !each.toString().contains("/benchmarks/")
                            && each.toString().endsWith(".java"))
                    .toList();
        }
    }
}
