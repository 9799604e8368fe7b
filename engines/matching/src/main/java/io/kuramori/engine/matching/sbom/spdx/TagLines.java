package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a text, each decoded by itself, so that a byte that is none of the encoding has its line. For one
/// thread.
final class TagLines {

    /// Longest line, in bytes.
    static final int MAX_LINE = 1 << 20;

    private final InputStream bytes;
    private final Charset charset;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int number;

    /// @param charset UTF-8, UTF-16LE or UTF-16BE
    TagLines(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    /// The number of the line given last, from 1.
    int number() {
        return number;
    }

    /// The next line without its end, or null after the last.
    ///
    /// @throws Refused when it is too long or not in the encoding
    /// @throws IOException when the stream itself fails
    @Nullable
    String next() throws IOException {
        line.reset();
        boolean any = false;
        boolean wide = !charset.equals(StandardCharsets.UTF_8);
        number++;
        for (int first = bytes.read(); first >= 0; first = bytes.read()) {
            any = true;
            int second = wide ? bytes.read() : -1;
            boolean big = charset.equals(StandardCharsets.UTF_16BE);
            int unit = !wide ? first : big ? first << 8 | second : second << 8 | first;
            if (unit == '\n') {
                return text();
            }
            line.write(first);
            if (second >= 0) {
                line.write(second);
            }
            if (line.size() > MAX_LINE) {
                throw refused(Kind.TOO_LARGE, "a line of at most " + MAX_LINE + " bytes");
            }
        }
        return any ? text() : null;
    }

    private String text() {
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            int from = number == 1 && text.startsWith("\uFEFF") ? 1 : 0;
            return text.substring(from, text.endsWith("\r") ? text.length() - 1 : text.length());
        } catch (CharacterCodingException e) {
            throw refused(Kind.SYNTAX, "text in " + charset.name());
        }
    }

    Refused refused(Kind kind, String expected) {
        return new Refused(new Problem(kind, "", number, 0, expected, ""));
    }
}
