package io.kuramori.identity.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// A list of plain passwords in memory: eight bytes of the SHA-256 of each, whatever its case and width. Of two
/// different passwords one in 10¹² or fewer is refused for the other's sake. Those that are too short anyway are left
/// out, which are most of every published list.
final class PlainList implements PasswordList {

    /// 80 MB. Longer lists belong into a file of hashes.
    static final int MOST = 10_000_000;

    private final long[] digests;

    private PlainList(long[] digests) {
        this.digests = digests;
    }

    static PlainList read(Path file) throws IOException {
        var sha256 = sha256();
        long[] digests = new long[1_024];
        int count = 0;
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String folded = PasswordPolicy.folded(line);
                if (Math.max(length(line), length(folded)) < PasswordPolicy.SHORTEST) {
                    continue;
                }
                if (count == MOST) {
                    throw new IOException(file + ": more than " + MOST + " passwords; use SHA-1 hashes in their order");
                }
                if (count == digests.length) {
                    digests = Arrays.copyOf(digests, Math.min(count * 2, MOST));
                }
                digests[count++] = digest(sha256, folded);
            }
        }
        digests = Arrays.copyOf(digests, count);
        Arrays.sort(digests);
        return new PlainList(digests);
    }

    @Override
    public boolean holds(String password) {
        return Arrays.binarySearch(digests, digest(sha256(), PasswordPolicy.folded(password))) >= 0;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static long digest(MessageDigest sha256, String text) {
        return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
