package io.kuramori.asset.releases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/// One hash over a batch of rows, whatever their order: SHA-256 over their sorted texts, one a line.
final class RowsRoot {

    private RowsRoot() {}

    static String of(Collection<String> rows) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            rows.stream().sorted().forEach(row -> {
                digest.update(row.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
