package io.kuramori.engine.matching.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream and the first character in it that says something.
///
/// @param bytes the document, without a byte order mark
/// @param first its first byte that is not white space, or -1 when there is none among the first 4096
public record Sniffed(InputStream bytes, int first) {

    private static final int LOOK = 4096;

    /// @throws IOException when the stream itself fails
    public static Sniffed of(InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream);
        bytes.mark(LOOK);
        byte[] head = bytes.readNBytes(LOOK);
        bytes.reset();
        int at = 0;
        if (head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
            bytes.skipNBytes(3);
            at = 3;
        }
        while (at < head.length && Character.isWhitespace(head[at])) {
            at++;
        }
        return new Sniffed(bytes, at < head.length ? head[at] & 0xff : -1);
    }
}
