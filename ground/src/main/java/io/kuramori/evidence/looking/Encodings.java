package io.kuramori.evidence.looking;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// In which encoding a text is written: by its mark, else UTF-8 if the whole of it is, else the Japanese one of
/// Windows.
final class Encodings {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private Encodings() {}

    static Reader open(Path file) throws IOException {
        var charset = of(file);
        return new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /// Whether the beginning has none of the control characters that stand in no text; one in two bytes may be zero
    /// after
    /// a mark of UTF-16.
    static boolean looksLikeText(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(Bounds.PIECE);
        }
        boolean sixteen = head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe;
        for (byte one : head) {
            int value = one & 0xff;
            boolean blank = value == '\t' || value == '\n' || value == '\r' || value == '\f' || value == 0x1b;
            if (value < ' ' && !blank && !sixteen) {
                return false;
            }
        }
        return true;
    }

    private static Charset of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            if (mark.length == 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff) {
                return StandardCharsets.UTF_16BE;
            }
        }
        try (var in = Files.newInputStream(file)) {
            return utf8(in) ? StandardCharsets.UTF_8 : WINDOWS_31J;
        }
    }

    private static boolean utf8(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(Bounds.PIECE);
        var chars = CharBuffer.allocate(Bounds.PIECE);
        boolean end = false;
        while (!end) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
            chars.clear();
            if (decoder.decode(bytes, chars, end).isError()) {
                return false;
            }
            bytes.compact();
        }
        return true;
    }
}
