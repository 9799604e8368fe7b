package io.kuramori.engine.matching.sbom.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// How a document begins.
///
/// @param bytes the document; without a byte order mark where it is UTF-8
/// @param charset UTF-8 or UTF-16 as its first bytes show; null for UTF-32
/// @param text its first characters, without white space before them
record Start(InputStream bytes, @Nullable Charset charset, String text) {

    /// How far we look, in bytes.
    static final int LOOK = 1 << 16;

    /// @throws IOException when the stream itself fails
    static Start of(InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream, LOOK);
        bytes.mark(LOOK);
        byte[] head = bytes.readNBytes(LOOK);
        bytes.reset();
        int mark = mark(head);
        Charset charset = charset(head);
        if (charset == null) {
            return new Start(bytes, null, "");
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            bytes.skipNBytes(mark);
        }
        String text = new String(head, mark, head.length - mark, charset).stripLeading();
        return new Start(bytes, charset, text);
    }

    /// The document's characters without the byte order mark; bytes that are none of the encoding fail.
    Reader characters(Charset known) throws IOException {
        PushbackReader characters = new PushbackReader(new InputStreamReader(bytes, known.newDecoder()));
        int first = characters.read();
        if (first >= 0 && first != 0xfeff) {
            characters.unread(first);
        }
        return characters;
    }

    /// The length of the byte order mark.
    private static int mark(byte[] head) {
        if (at(head, 0) == 0xef && at(head, 1) == 0xbb && at(head, 2) == 0xbf) {
            return 3;
        }
        boolean big = at(head, 0) == 0xfe && at(head, 1) == 0xff;
        boolean little = at(head, 0) == 0xff && at(head, 1) == 0xfe;
        return big || little ? 2 : 0;
    }

    /// By the mark, else by where the zero bytes of a first ASCII character are.
    private static @Nullable Charset charset(byte[] head) {
        boolean little = at(head, 0) == 0xff && at(head, 1) == 0xfe;
        boolean zeros = at(head, 2) == 0 && at(head, 3) == 0;
        if ((little && zeros) || (at(head, 0) == 0 && at(head, 1) == 0) || (at(head, 1) == 0 && zeros)) {
            return null;
        }
        if (little || (at(head, 0) > 0 && at(head, 1) == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        boolean big = at(head, 0) == 0xfe && at(head, 1) == 0xff;
        return big || (at(head, 0) == 0 && at(head, 1) > 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /// A byte, or -1 past the end.
    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }
}
