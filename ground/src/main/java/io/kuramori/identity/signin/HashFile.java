package io.kuramori.identity.signin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Searches a file of SHA-1 hashes, one a line, in ascending order, where it lies: some forty reads in the whole of
/// Have
/// I Been Pwned, and no memory. Opened for each search, so that it may be replaced by renaming another on to it.
final class HashFile implements PasswordList {

    private static final int DIGITS = 40;
    private static final int LONGEST_LINE = 64;
    private static final int SAMPLES = 1_000;

    private final Path path;

    private HashFile(Path path) {
        this.path = path;
    }

    /// @throws IOException when one of a thousand places looked at is not in order or holds no hash: the other edition,
    ///     ordered by how often each was seen, would find nothing
    static HashFile checked(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long size = file.length();
            String before = "";
            for (int i = 0; i < SAMPLES; i++) {
                long start = lineFrom(file, size * i / SAMPLES);
                if (start >= size) {
                    break;
                }
                String hash = hashAt(file, start);
                if (hash.compareTo(before) < 0) {
                    throw new IOException(path + ": hashes are not in ascending order at byte " + start);
                }
                before = hash;
            }
        }
        return new HashFile(path);
    }

    @Override
    public boolean holds(String password) {
        String wanted = sha1(password);
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long low = 0;
            long high = file.length();
            while (low < high) {
                long middle = (low + high) >>> 1;
                long start = lineFrom(file, middle);
                int order = start >= high ? 1 : hashAt(file, start).compareTo(wanted);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = start + 1;
                } else {
                    high = middle;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the first line begins that begins here or later; the end of the file when none does.
    private static long lineFrom(RandomAccessFile file, long position) throws IOException {
        if (position == 0) {
            return 0;
        }
        file.seek(position - 1);
        var bytes = new byte[LONGEST_LINE];
        int read = Math.max(file.read(bytes), 0);
        for (int i = 0; i < read; i++) {
            if (bytes[i] == '\n') {
                return position + i;
            }
        }
        if (read == LONGEST_LINE) {
            throw new IOException("no hash but a longer line at byte " + position);
        }
        return file.length();
    }

    private static String hashAt(RandomAccessFile file, long start) throws IOException {
        file.seek(start);
        var bytes = new byte[DIGITS];
        int read = Math.max(file.read(bytes), 0);
        var hash = new String(bytes, 0, read, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        if (!LeakedPasswords.HASH.matcher(hash).matches()) {
            throw new IOException("no SHA-1 hash at byte " + start);
        }
        return hash;
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
