package io.kuramori.evidence.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names of blobs.
final class Sha256 {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /// @throws IllegalArgumentException for anything that could be a path of somebody's choosing
    static String checked(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + name);
        }
        return name;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Two characters make the folder, the rest the file: `ab/cd…`.
    static String path(String name) {
        return name.substring(0, 2) + "/" + name.substring(2);
    }
}
