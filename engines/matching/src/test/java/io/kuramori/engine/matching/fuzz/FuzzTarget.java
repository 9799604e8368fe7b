package io.kuramori.engine.matching.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// One parser, fed with bytes. Whatever it throws is a finding: all of ours answer with a result.
///
/// @param name of the target, its folder of regressions and its row in the campaign's table
/// @param longest input in bytes
/// @param seeds sound inputs to begin from, made when they are needed
record FuzzTarget(String name, int longest, Supplier<List<byte[]>> seeds, Body body) {

    /// Reads an input; also goes on with what it read, as far as the engine would.
    interface Body {
        void run(byte[] input) throws Exception;
    }

    /// Reads an input as text.
    interface Text {
        void run(String text) throws Exception;
    }

    /// A parser of short texts.
    static FuzzTarget ofText(String name, int longest, Supplier<List<String>> seeds, Text body) {
        return new FuzzTarget(
                name,
                longest,
                () -> seeds.get().stream()
                        .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                input -> body.run(text(input)));
    }

    /// UTF-8, or after a byte FF, which that never has, pairs of bytes as characters, among them broken surrogates.
    private static String text(byte[] input) {
        if (input.length == 0 || input[0] != (byte) 0xFF) {
            return new String(input, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(input.length / 2);
        for (int i = 1; i + 1 < input.length; i += 2) {
            text.append((char) ((input[i] & 0xFF) << 8 | (input[i + 1] & 0xFF)));
        }
        return text.toString();
    }
}
